package import Cryptography
import Database
import Directory
package import Kernel

/// A session as it is kept: under the hash of an identifier that only the browser holds.
///
/// How long it may live is for the web server to judge, which also makes the identifiers.
package struct Session: Hashable, Sendable {
    package let account: Account.ID
    package let began: Instant
    package let lastUsed: Instant
}

extension AccessStore {
    /// Returns the session kept under `key`; `nil` when it is unknown or ended, or its account is disabled.
    package func session(under key: Digest) async throws -> Session? {
        try await database.read { reader in try reader.openSession(key.hex) }
    }

    /// Keeps a new session.
    package func beginSession(
        of account: Account.ID,
        under key: Digest,
        from address: String = "",
        on device: String = "",
        by means: SignInMeans = .password
    ) async throws {
        let now = clock.now
        let (address, device) = (String(address.prefix(100)), String(device.prefix(200)))
        try await database.write { writer in
            try writer.beginSession(key.hex, of: account, at: now, from: address, on: device, by: means)
        }
    }

    /// Notes that a session was used; one that has been ended stays ended.
    package func touchSession(under key: Digest, at moment: Instant) async throws {
        try await database.write { writer in try writer.touchSession(key.hex, at: moment) }
    }

    /// Ends a session, on sign-out or because it is over; one that is not open is passed over.
    package func endSession(under key: Digest) async throws {
        let now = clock.now
        let ended = entry(.sessionEnded, by: "", on: "", session: key.hex, from: "")
        try await database.write { writer in
            if try writer.endSession(key.hex, at: now) { try writer.append(ended) }
        }
    }

    /// Returns who acts with an account now.
    ///
    /// Roles, posts and agency are read afresh, so a change takes effect with the next request.
    ///
    /// - Parameters:
    ///   - account: whose.
    ///   - session: the session's key in hexadecimal; empty for the operator and the simulator.
    ///   - today: the day of the realm's clock, where a demonstration sets it; else the store's own.
    /// - Returns: `nil` when the account is unknown or disabled.
    /// - Throws: `DatabaseError`.
    package func principal(
        of account: Account.ID,
        session: String = "",
        today: Day? = nil
    ) async throws -> Principal? {
        let now = clock.now
        let day = today ?? now.day
        return try await database.read { reader in
            guard let stored = try reader.storedAccount(account), !stored.account.isDisabled else { return nil }
            return try principal(stored, session: session, now: now, today: day, reader)
        }
    }

    private func principal(
        _ stored: StoredAccount,
        session: String,
        now: Instant,
        today: Day,
        _ reader: any SQLReader
    ) throws -> Principal {
        let account = stored.account
        var posts: [PostRow] = []
        var agency: AgencyRow?
        if case .officer(let officer) = account.holder {
            posts = try reader.posts(of: officer, in: account.realm, on: today)
            let employer = try reader.employer(of: officer, in: account.realm, on: today)
            agency = try employer.flatMap { try reader.agency($0, in: account.realm) }
        }
        return Principal(
            account: account.id,
            holder: account.holder,
            realm: account.realm,
            displayName: account.displayName,
            grants: try reader.grants(of: account.id),
            agency: agency?.id,
            division: agency?.profile.division,
            posts: posts,
            mustChangePassword: try reader.means(ofSession: session) == .password && mustChange(stored, now),
            session: session,
            mustProveFactor: try reader.owesFactor(account.id, session: session)
        )
    }
}
