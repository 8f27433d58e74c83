import Database
import Directory
import Kernel

extension AccessToken {
    fileprivate static let columns: SQL =
        "id, account, post, purpose, scope, issued_at, last_day, revoked_at, last_used_at"

    fileprivate init(_ row: Row) throws {
        let rank: Int = try row["scope"]
        guard let scope = TokenScope(rawValue: rank) else {
            throw DatabaseError.column("scope", expected: "a token's scope", found: "\(rank)")
        }
        self.init(
            id: try row["id"],
            account: try row["account"],
            post: try row["post"],
            purpose: try row["purpose"],
            scope: scope,
            issuedAt: try row["issued_at"],
            lastDay: try row["last_day"],
            revokedAt: try row["revoked_at"],
            lastUsedAt: try row["last_used_at"]
        )
    }
}

extension SQLReader {
    func token(_ digest: String) throws -> AccessToken? {
        try firstRow("SELECT \(AccessToken.columns) FROM access_token WHERE digest = \(digest)").map(AccessToken.init)
    }

    func tokens(of account: Account.ID, limit: Int) throws -> [AccessToken] {
        try rows(
            """
            SELECT \(AccessToken.columns)
              FROM access_token
             WHERE account = \(account)
             ORDER BY issued_at DESC, id DESC
             LIMIT \(limit)
            """
        ).map(AccessToken.init)
    }

    /// Returns how many tokens of an account count today.
    func countTokens(of account: Account.ID, on today: Day) throws -> Int {
        try value(
            """
            SELECT count(*)
              FROM access_token
             WHERE account = \(account)
               AND revoked_at IS NULL
               AND last_day >= \(today)
            """
        ) ?? 0
    }
}

extension SQLWriter {
    func insert(_ token: AccessToken, under digest: String) throws {
        try execute(
            """
            INSERT INTO access_token (id, digest, account, post, purpose, scope, issued_at, last_day)
            VALUES (\(token.id), \(digest), \(token.account), \(token.post), \(token.purpose),
                    \(token.scope.rawValue), \(token.issuedAt), \(token.lastDay))
            """
        )
    }

    /// Returns whether it was the account's and open.
    func revokeToken(_ id: AccessToken.ID, of account: Account.ID, at moment: Instant) throws -> Bool {
        try execute(
            """
            UPDATE access_token
               SET revoked_at = \(moment)
             WHERE id = \(id)
               AND account = \(account)
               AND revoked_at IS NULL
            """
        ) == 1
    }

    func touchToken(_ id: AccessToken.ID, at moment: Instant) throws {
        try execute("UPDATE access_token SET last_used_at = \(moment) WHERE id = \(id)")
    }
}
