import Database
import Kernel

extension AlertStore {
    /// Returns what an officer was told on the desk, the newest first.
    package func desk(of officer: String, limit: Int = 100) async throws -> [Alert] {
        try await alerts(
            """
             WHERE realm = \(realm)
               AND recipient = \(Alert.Recipient.officer(officer).text)
               AND channel = 'inside'
             ORDER BY made_at DESC, id DESC
             LIMIT \(limit)
            """
        )
    }

    /// Returns how many alerts on the desk the officer has not seen.
    package func unread(of officer: String) async throws -> Int {
        try await database.read { [realm] reader in
            try reader.value(
                """
                SELECT count(*)
                  FROM alert
                 WHERE realm = \(realm)
                   AND recipient = \(Alert.Recipient.officer(officer).text)
                   AND channel = 'inside'
                   AND is_read = 0
                """
            ) ?? 0
        }
    }

    /// Marks everything on an officer's desk as seen.
    package func markRead(of officer: String) async throws {
        try await database.write { [realm] writer in
            _ = try writer.execute(
                """
                UPDATE alert
                   SET is_read = 1
                 WHERE realm = \(realm)
                   AND recipient = \(Alert.Recipient.officer(officer).text)
                   AND channel = 'inside'
                   AND is_read = 0
                """
            )
        }
    }

    /// Returns what did not go out: given up, then what waits, the oldest first.
    package func outbox(limit: Int = 200) async throws -> [Alert] {
        try await alerts(
            """
             WHERE realm = \(realm)
               AND state <> 'sent'
             ORDER BY state, made_at, id
             LIMIT \(limit)
            """
        )
    }

    /// Returns how many alerts went out and did not, by channel.
    package func counts() async throws -> [Alert.Channel: [Alert.State: Int]] {
        try await database.read { [realm] reader in
            var counts: [Alert.Channel: [Alert.State: Int]] = [:]
            for row in try reader.rows(
                """
                SELECT channel, state, count(*) AS number
                  FROM alert
                 WHERE realm = \(realm)
                 GROUP BY channel, state
                """
            ) {
                let (channel, state): (String, String) = (try row["channel"], try row["state"])
                guard let channel = Alert.Channel(rawValue: channel), let state = Alert.State(rawValue: state)
                else { continue }
                counts[channel, default: [:]][state] = try row["number"]
            }
            return counts
        }
    }

    private func alerts(_ condition: SQL) async throws -> [Alert] {
        let rows = try await database.read { reader in
            try reader.rows(
                """
                SELECT id, recipient, channel, about, sealed, state, made_at, attempts, fault, next_at, is_read
                  FROM alert
                \(condition)
                """
            )
        }
        return try rows.compactMap { row in
            let id: String = try row["id"]
            let words = try unseal(row["sealed"], bindingTo: id).split(
                separator: "\n",
                maxSplits: 2,
                omittingEmptySubsequences: false
            )
            guard words.count == 3, let recipient = Alert.Recipient(try row["recipient"]),
                let channel = Alert.Channel(rawValue: try row["channel"]),
                let state = Alert.State(rawValue: try row["state"])
            else { return nil }
            return Alert(
                id: Alert.ID(id),
                recipient: recipient,
                channel: channel,
                about: try row["about"],
                subject: String(words[1]),
                text: String(words[2]),
                state: state,
                madeAt: try row["made_at"],
                attempts: try row["attempts"],
                fault: try row["fault"],
                nextAt: try row["next_at"],
                isRead: try row["is_read"]
            )
        }
    }
}
