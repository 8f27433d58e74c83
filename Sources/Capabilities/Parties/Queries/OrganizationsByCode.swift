package import Database
package import Kernel

extension SQLReader {
    /// Returns the parties registered under a credit code, in the order of their identifiers.
    package func organizations(code: String, in realm: Realm) throws -> [Party.ID] {
        try rows(
            """
            SELECT id
              FROM party
             WHERE realm = \(realm)
               AND credit_code = \(code)
             ORDER BY id
            """
        ).map { row in try row["id"] }
    }
}
