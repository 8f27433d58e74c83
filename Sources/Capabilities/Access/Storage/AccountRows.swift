import Cryptography
import Database
import Kernel

/// An account with the password that counts now.
struct StoredAccount: Sendable {
    let account: Account
    let password: StoredPassword
}

struct StoredPassword: Sendable {
    let ordinal: Int
    let hash: String
    let mustChange: Bool
    let setAt: Instant
}

extension Account {
    static let columns: SQL =
        """
        account.id, account.sign_in_name, account.home_realm, account.holder_kind, account.holder_key,
        account.display_name, account.is_disabled
        """

    init(_ row: Row) throws {
        let kind: String = try row["holder_kind"]
        let name: String = try row["sign_in_name"]
        guard let holder = AccountHolder(kind: kind, key: try row["holder_key"]) else {
            throw DatabaseError.column("holder_kind", expected: "a kind of holder", found: kind)
        }
        guard let signInName = SignInName(name) else {
            throw DatabaseError.column("sign_in_name", expected: "a sign-in name", found: name)
        }
        id = try row["id"]
        self.signInName = signInName
        self.holder = holder
        realm = try row["home_realm"]
        displayName = try row["display_name"]
        isDisabled = try row["is_disabled"]
    }
}

extension SQLReader {
    func storedAccount(named name: String) throws -> StoredAccount? {
        try storedAccount(where: "account.sign_in_name = \(name)")
    }

    func storedAccount(_ id: Account.ID) throws -> StoredAccount? {
        try storedAccount(where: "account.id = \(id)")
    }

    /// Returns the newest passwords of an account, the present one first.
    func passwords(of account: Account.ID, limit: Int) throws -> [String] {
        try rows(
            """
            SELECT hash
              FROM account_password
             WHERE account = \(account)
             ORDER BY ordinal DESC
             LIMIT \(limit)
            """
        ).map { row in try row["hash"] }
    }

    func grants(of account: Account.ID) throws -> [RoleGrant] {
        try rows("SELECT role, scope FROM account_role WHERE account = \(account) ORDER BY role").map { row in
            let role: String = try row["role"]
            let scope: Int = try row["scope"]
            guard let role = Role(rawValue: role), let scope = Scope(rawValue: scope) else {
                throw DatabaseError.column("role", expected: "a known role and scope", found: "\(role) \(scope)")
            }
            return RoleGrant(role, scope)
        }
    }

    private func storedAccount(where condition: SQL) throws -> StoredAccount? {
        try firstRow(
            """
            SELECT \(Account.columns), account_password.ordinal, account_password.hash, account_password.must_change,
                   account_password.set_at
              FROM account
              JOIN account_password
                ON account_password.account = account.id
             WHERE \(condition)
             ORDER BY account_password.ordinal DESC
             LIMIT 1
            """
        ).map { row in
            StoredAccount(
                account: try Account(row),
                password: StoredPassword(
                    ordinal: try row["ordinal"],
                    hash: try row["hash"],
                    mustChange: try row["must_change"],
                    setAt: try row["set_at"]
                )
            )
        }
    }
}

extension SQLWriter {
    func insert(_ account: Account, at moment: Instant) throws {
        let holder = account.holder.columns
        try execute(
            """
            INSERT INTO account
                   (id, sign_in_name, home_realm, holder_kind, holder_key, display_name, is_disabled, created_at)
            VALUES (\(account.id), \(account.signInName.text), \(account.realm), \(holder.kind), \(holder.key),
                    \(account.displayName), \(account.isDisabled), \(moment))
            """
        )
    }

    func insert(_ password: StoredPassword, of account: Account.ID) throws {
        try execute(
            """
            INSERT INTO account_password (account, ordinal, hash, must_change, set_at)
            VALUES (\(account), \(password.ordinal), \(password.hash), \(password.mustChange), \(password.setAt))
            """
        )
    }

    /// Stores the same password hashed at another cost.
    func rehash(_ account: Account.ID, _ ordinal: Int, _ hash: String) throws {
        try execute("UPDATE account_password SET hash = \(hash) WHERE account = \(account) AND ordinal = \(ordinal)")
    }

    func replaceGrants(of account: Account.ID, by grants: [RoleGrant]) throws {
        try execute("DELETE FROM account_role WHERE account = \(account)")
        for grant in grants {
            try execute(
                """
                INSERT INTO account_role (account, role, scope)
                VALUES (\(account), \(grant.role.rawValue), \(grant.scope.rawValue))
                """
            )
        }
    }

    func setDisabled(_ isDisabled: Bool, _ account: Account.ID) throws {
        try execute("UPDATE account SET is_disabled = \(isDisabled) WHERE id = \(account)")
    }
}
