package import Database
package import Kernel

extension SQLReader {
    /// Returns the agencies of which another exercises powers on `day`, by identifier.
    package func succeededAgencies(in realm: Realm, on day: Day) throws -> [Agency.ID] {
        try rows(
            """
            SELECT DISTINCT agency
              FROM agency_succession
             WHERE realm = \(realm)
               AND begins_on <= \(day)
             ORDER BY agency
            """
        ).map { row in try row["agency"] }
    }
}
