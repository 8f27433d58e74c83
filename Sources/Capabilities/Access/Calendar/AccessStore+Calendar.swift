import Cryptography
import Database
package import Kernel

/// The secret part of the address under which calendar programs read an account's deadlines.
///
/// Calendar programs cannot sign in; whoever has the address reads the deadlines, and nothing else.
extension AccessStore {
    /// When the address was made and last used; `nil` where the account has none.
    package func calendarStanding(of account: Account.ID) async throws -> CalendarStanding? {
        try await database.read { reader in
            try reader.firstRow("SELECT made_at, last_used_at FROM calendar_key WHERE account = \(account)").map {
                row in
                CalendarStanding(madeAt: try row["made_at"], lastUsedAt: try row["last_used_at"])
            }
        }
    }

    /// Makes an officer's address; the one before leads nowhere from then on.
    ///
    /// - Returns: its secret part, which is nowhere else.
    /// - Throws: `AccessTokenFault.officersOnly`.
    package func renewCalendarKey(of officer: Principal, from address: String) async throws -> String {
        guard officer.officer != nil, !officer.isAdministrator else { throw AccessTokenFault.officersOnly }
        let secret = randomness.bytes(32)
        let digest = SHA256Hash.of(secret).hex
        let now = clock.now
        let issued = calendarEntry(.tokenIssued, officer, address)
        try await database.write { writer in
            try writer.execute("DELETE FROM calendar_key WHERE account = \(officer.account)")
            try writer.execute(
                "INSERT INTO calendar_key (account, digest, made_at) VALUES (\(officer.account), \(digest), \(now))"
            )
            try writer.append(issued)
        }
        return Hexadecimal.encode(secret)
    }

    /// Lets the account's address lead nowhere.
    package func revokeCalendarKey(of officer: Principal, from address: String) async throws {
        let revoked = calendarEntry(.tokenRevoked, officer, address)
        try await database.write { writer in
            let count = try writer.execute("DELETE FROM calendar_key WHERE account = \(officer.account)")
            if count > 0 { try writer.append(revoked) }
        }
    }

    /// Returns whose deadlines the address shows today; `nil` for an address nobody has, and for closed accounts.
    package func principal(ofCalendarKey key: String, on today: Day) async throws -> Principal? {
        guard key.utf8.count == 64, let secret = Hexadecimal.decode(key) else { return nil }
        let digest = SHA256Hash.of(secret).hex
        let row = try await database.read { reader in
            try reader.firstRow("SELECT account, last_used_at FROM calendar_key WHERE digest = \(digest)").map {
                row -> (account: Account.ID, lastUsedAt: Instant?) in (try row["account"], try row["last_used_at"])
            }
        }
        guard let row, let officer = try await principal(of: row.account, session: "calendar", today: today),
            officer.officer != nil, !officer.isAdministrator
        else { return nil }
        let now = clock.now
        if row.lastUsedAt.map({ now.milliseconds - $0.milliseconds > 60_000 }) ?? true {
            _ = try await database.write { writer in
                try writer.execute("UPDATE calendar_key SET last_used_at = \(now) WHERE digest = \(digest)")
            }
        }
        return officer
    }

    private func calendarEntry(_ kind: AuditEntry.Kind, _ officer: Principal, _ address: String) -> AuditEntry {
        entry(kind, by: officer.account.text, on: "calendar", session: officer.session, from: address)
    }
}

/// How an account's calendar address stands.
package struct CalendarStanding: Hashable, Sendable {
    package let madeAt: Instant
    package let lastUsedAt: Instant?
}
