import Database
import Kernel

/// Something of an account's own, named by the identifier its capability gave it.
package struct Belonging: Hashable, Sendable {
    package let kind: Kind
    package let thing: String

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case draft
        case caseFile = "case"
        case letter
        case information
        /// An appointment as a public supervisor.
        case supervisor
        /// A time at a service window.
        case booking
    }

    package init(_ kind: Kind, _ thing: String) {
        self.kind = kind
        self.thing = thing
    }
}

extension PublicAccounts {
    /// Gives something to an account; given twice, it is there once.
    ///
    /// Whoever calls has made sure that it is the account's: begun by it, or shown with its query code.
    package func keep(_ belonging: Belonging, of principal: Principal, from address: String) async throws {
        let account = principal.account
        let now = access.clock.now
        let kept = access.entry(
            .belongingAdded,
            by: account.text,
            on: belonging.thing,
            session: principal.session,
            from: address,
            remark: belonging.kind.rawValue
        )
        try await access.database.write { writer in
            let isNew =
                try writer.execute(
                    """
                    INSERT INTO account_belonging (account, kind, thing, added_at)
                    VALUES (\(account), \(belonging.kind.rawValue), \(belonging.thing), \(now))
                        ON CONFLICT (account, kind, thing) DO NOTHING
                    """
                ) == 1
            // Drafts are no acts yet.
            if isNew, belonging.kind != .draft { try writer.append(kept) }
        }
    }

    /// Takes a draft away that was handed in or thrown away.
    package func drop(_ belonging: Belonging, of principal: Principal) async throws {
        _ = try await access.database.write { writer in
            try writer.execute(
                """
                DELETE FROM account_belonging
                 WHERE account = \(principal.account)
                   AND kind = \(belonging.kind.rawValue)
                   AND thing = \(belonging.thing)
                """
            )
        }
    }

    /// Returns the newest things of a kind that are an account's own, newest first.
    package func belongings(
        _ kind: Belonging.Kind,
        of principal: Principal,
        limit: Int = 200
    ) async throws -> [String] {
        try await access.database.read { reader in
            try reader.rows(
                """
                SELECT thing
                  FROM account_belonging
                 WHERE account = \(principal.account)
                   AND kind = \(kind.rawValue)
                 ORDER BY added_at DESC, thing DESC
                 LIMIT \(limit)
                """
            ).map { row in try row["thing"] }
        }
    }

    /// Tells whether something is an account's own.
    package func owns(_ belonging: Belonging, _ principal: Principal) async throws -> Bool {
        try await access.database.read { reader in
            let found: String? = try reader.value(
                """
                SELECT thing
                  FROM account_belonging
                 WHERE account = \(principal.account)
                   AND kind = \(belonging.kind.rawValue)
                   AND thing = \(belonging.thing)
                """
            )
            return found != nil
        }
    }
}
