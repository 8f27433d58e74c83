import Database
package import Kernel

/// One place where an account is signed in, or was.
package struct DeviceRecord: Hashable, Sendable {
    /// The session's key in hexadecimal, a hash of what the browser holds.
    package let session: String
    package let began: Instant
    package let lastUsed: Instant
    package let ended: Instant?
    package let address: String
    package let device: String
}

extension AccessStore {
    /// Returns the last sessions of an account, the newest first; sign-in history and device list in one.
    ///
    /// - Source: GB/T 22239-2019 third level 8.1.4.1.
    package func devices(of account: Account.ID, limit: Int = 50) async throws -> [DeviceRecord] {
        try await database.read { reader in
            try reader.rows(
                """
                SELECT digest, began_at, seen_at, ended_at, address, device
                  FROM session
                 WHERE account = \(account)
                 ORDER BY began_at DESC, digest DESC
                 LIMIT \(limit)
                """
            ).map { row in
                let address: String? = try row["address"]
                let device: String? = try row["device"]
                return DeviceRecord(
                    session: try row["digest"],
                    began: try row["began_at"],
                    lastUsed: try row["seen_at"],
                    ended: try row["ended_at"],
                    address: address ?? "",
                    device: device ?? ""
                )
            }
        }
    }

    /// Ends another session of the own account.
    ///
    /// - Throws: `AccessError.unknownSession` for one that is not open, or not the principal's.
    package func revokeSession(_ digest: String, by principal: Principal, from address: String) async throws {
        let now = clock.now
        let account = principal.account
        let ended = entry(
            .sessionRevoked,
            by: account.text,
            on: account.text,
            session: principal.session,
            from: address
        )
        try await database.write { writer in
            let owner: Account.ID? = try writer.value("SELECT account FROM session WHERE digest = \(digest)")
            guard owner == account, try writer.endSession(digest, at: now) else { throw AccessError.unknownSession }
            try writer.append(ended)
        }
    }

    /// Ends all sessions of an account, by its administrator.
    ///
    /// - Throws: `AccessError.ownAccount`, `.unknownAccount`.
    package func revokeSessions(
        of account: Account.ID,
        by administrator: Principal?,
        from address: String
    ) async throws {
        guard administrator?.account != account else { throw AccessError.ownAccount }
        let now = clock.now
        let ended = entry(
            .sessionRevoked,
            by: administrator?.account.text ?? "",
            on: account.text,
            session: administrator?.session ?? "",
            from: address
        )
        try await database.write { writer in
            guard try writer.storedAccount(account) != nil else { throw AccessError.unknownAccount(account) }
            try writer.endSessions(of: account, except: "", at: now)
            try writer.append(ended)
        }
    }
}
