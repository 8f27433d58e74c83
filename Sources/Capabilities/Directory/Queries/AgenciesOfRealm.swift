package import Database
package import Kernel

extension SQLReader {
    /// Returns every agency that may act on `day`, by division and code.
    package func agencies(in realm: Realm, on day: Day) throws -> [AgencyRow] {
        try rows(
            """
            SELECT \(AgencyRow.columns)
              FROM agency
             WHERE realm = \(realm)
               AND registered_on <= \(day)
               AND (closed_on IS NULL OR closed_on > \(day))
             ORDER BY division, code
            """
        ).map { try AgencyRow($0) }
    }
}
