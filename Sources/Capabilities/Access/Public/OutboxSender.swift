package import Cryptography
package import Database
package import Kernel

/// Stands in for a gateway in a demonstration: what would be sent is kept for five minutes, sealed, where the system
/// administrator can read it.
///
/// It proves nothing about who holds a number, so it must not serve a government in earnest.
package struct OutboxSender: CodeSender {
    private let database: any SQLDatabase
    private let key: SecretKey
    private let clock: any WallClock
    private let randomness: any Randomness

    private static let changedMark = "changed"

    /// As long as a code lives.
    static let lifetime = CodeLimits().lifetime

    package init(
        database: any SQLDatabase,
        key: SecretKey,
        clock: any WallClock,
        randomness: any Randomness
    ) {
        self.database = database
        self.key = key
        self.clock = clock
        self.randomness = randomness
    }

    /// A message in the outbox.
    package struct Sent: Hashable, Sendable {
        package let mobile: String
        package let message: CodeMessage
        package let sentAt: Instant
    }

    package func send(_ message: CodeMessage, to mobile: String) async throws {
        let id = randomness.code(20)
        let words =
            switch message {
            case .code(let code, let purpose): [mobile, purpose.rawValue, code]
            case .registeredAlready: [mobile]
            case .numberChanged: [mobile, OutboxSender.changedMark]
            }
        let sealed = Hexadecimal.encode(
            AuthenticatedCipher.seal(
                Array(words.joined(separator: "\n").utf8),
                key: key,
                bindingTo: Array(id.utf8),
                randomness: randomness
            )
        )
        let now = clock.now
        try await database.write { writer in
            try writer.execute("DELETE FROM code_outbox WHERE sent_at < \(now - OutboxSender.lifetime)")
            try writer.execute(
                "INSERT INTO code_outbox (id, sealed, sent_at) VALUES (\(id), \(sealed), \(now))"
            )
        }
    }

    /// Returns what was sent in the last five minutes, the newest first.
    package func recent(limit: Int = 50) async throws -> [Sent] {
        let earliest = clock.now - OutboxSender.lifetime
        let rows = try await database.read { reader in
            try reader.rows(
                """
                SELECT id, sealed, sent_at
                  FROM code_outbox
                 WHERE sent_at >= \(earliest)
                 ORDER BY sent_at DESC, id DESC
                 LIMIT \(limit)
                """
            ).map { row -> (id: String, sealed: String, sentAt: Instant) in
                (try row["id"], try row["sealed"], try row["sent_at"])
            }
        }
        return try rows.compactMap { row in
            let plain = try AuthenticatedCipher.open(
                Hexadecimal.decode(row.sealed) ?? [],
                key: key,
                bindingTo: Array(row.id.utf8)
            )
            let words = String(decoding: plain, as: UTF8.self).split(separator: "\n").map(String.init)
            guard let mobile = words.first else { return nil }
            guard words.count == 3, let purpose = CodePurpose(rawValue: words[1]) else {
                let message: CodeMessage = words.last == OutboxSender.changedMark ? .numberChanged : .registeredAlready
                return Sent(mobile: mobile, message: message, sentAt: row.sentAt)
            }
            return Sent(mobile: mobile, message: .code(words[2], purpose), sentAt: row.sentAt)
        }
    }
}
