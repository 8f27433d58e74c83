package import Database
package import Kernel

extension SQLReader {
    /// Returns the officers of a realm whose accounts carry an action for a whole division, in their order.
    ///
    /// Whose division it is, the caller asks the directory.
    package func officers(allowed action: Action, in realm: Realm) throws -> [String] {
        let roles = Role.allCases.filter { $0.actions.contains(action) }.map(\.rawValue)
        return try rows(
            """
            SELECT DISTINCT account.holder_key
              FROM account
              JOIN account_role ON account_role.account = account.id
             WHERE account.home_realm = \(realm)
               AND account.holder_kind = 'officer'
               AND account.is_disabled = 0
               AND account_role.role IN (\(list: roles))
               AND account_role.scope >= \(Scope.division.rawValue)
             ORDER BY account.holder_key
            """
        ).map { row in try row["holder_key"] }
    }
}
