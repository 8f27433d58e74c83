import Database
package import Kernel

/// An account with the roles it has now, for upkeep.
package struct AccountRecord: Hashable, Sendable {
    package let account: Account
    package let grants: [RoleGrant]
}

extension AccessStore {
    /// Returns the accounts of a realm in the order of their sign-in names, those of parties left out.
    package func staffAccounts(of realm: Realm) async throws -> [AccountRecord] {
        try await database.read { reader in
            try reader.rows(
                """
                SELECT \(Account.columns)
                  FROM account
                 WHERE account.home_realm = \(realm)
                   AND account.holder_kind <> 'party'
                 ORDER BY account.sign_in_name
                """
            ).map { row in
                let account = try Account(row)
                return AccountRecord(account: account, grants: try reader.grants(of: account.id))
            }
        }
    }
}
