import Database
import Kernel

extension SQLReader {
    /// Returns a session that was not ended; its age is for the caller to judge.
    func openSession(_ digest: String) throws -> Session? {
        try firstRow(
            """
            SELECT session.account, session.began_at, session.seen_at
              FROM session
              JOIN account
                ON account.id = session.account
             WHERE session.digest = \(digest)
               AND session.ended_at IS NULL
               AND account.is_disabled = 0
            """
        ).map { row in
            Session(account: try row["account"], began: try row["began_at"], lastUsed: try row["seen_at"])
        }
    }
}

extension SQLReader {
    /// Returns how the person of a session proved who they are; sessions from before that was kept, by password.
    func means(ofSession digest: String) throws -> SignInMeans {
        let stored: String? = try value("SELECT means FROM session WHERE digest = \(digest)")
        return stored.flatMap(SignInMeans.init(rawValue:)) ?? .password
    }
}

extension SQLWriter {
    func beginSession(
        _ digest: String,
        of account: Account.ID,
        at moment: Instant,
        from address: String,
        on device: String,
        by means: SignInMeans
    ) throws {
        let proven = means == .providerWithFactor ? moment : nil
        try execute(
            """
            INSERT INTO session (digest, account, began_at, seen_at, address, device, means, proven_at)
            VALUES (\(digest), \(account), \(moment), \(moment), \(address), \(device), \(means.rawValue), \(proven))
            """
        )
    }

    func touchSession(_ digest: String, at moment: Instant) throws {
        try execute(
            "UPDATE session SET seen_at = \(moment) WHERE digest = \(digest) AND seen_at < \(moment) AND ended_at IS NULL"
        )
    }

    /// Returns whether it was open.
    func endSession(_ digest: String, at moment: Instant) throws -> Bool {
        try execute("UPDATE session SET ended_at = \(moment) WHERE digest = \(digest) AND ended_at IS NULL") == 1
    }

    func endSessions(of account: Account.ID, except digest: String, at moment: Instant) throws {
        try execute(
            """
            UPDATE session
               SET ended_at = \(moment)
             WHERE account = \(account)
               AND digest <> \(digest)
               AND ended_at IS NULL
            """
        )
    }
}
