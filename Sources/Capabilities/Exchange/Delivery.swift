import Database
package import EventLog
package import Kernel

/// Carries a message to its realm; returns once the receiver has it durably.
package protocol MessageCarrier: Sendable {
    func carry(_ message: Message) async throws
}

/// Carries messages between realms of one database.
package struct LocalCarrier: MessageCarrier {
    private let log: EventLog

    package init(_ log: EventLog) {
        self.log = log
    }

    package func carry(_ message: Message) async throws {
        _ = try await log.submit(
            ReceiveMessage(message),
            as: Act(realm: message.to, actor: .system("exchange"), key: "receive \(message.from.number) \(message.id)")
        )
    }
}

/// What a round of delivery did.
package struct DeliveryReport: Hashable, Sendable {
    package let delivered: Int
    /// Messages that stay in the outbox, with the reason; they are tried again in the next round.
    package let waiting: [String: String]
}

extension EventLog {
    /// Delivers what waits in a realm's outbox, oldest first, at least once each; one that fails does not stop others.
    package func deliverMessages(
        of realm: Realm,
        by carrier: any MessageCarrier,
        limit: Int = 100
    ) async throws -> DeliveryReport {
        let messages = try await read(realm) { reading -> [Message] in
            let positions: [Int64] = try reading.reader.rows(
                """
                SELECT sent_position
                  FROM outbox
                 WHERE realm = \(realm)
                 ORDER BY sent_position, id
                 LIMIT \(limit)
                """
            ).map { row in try row[0] }
            let events = try reading.events(at: positions)
            return positions.compactMap { position in
                guard case .sent(let sent)? = events[position]?.as(MessageEvent.self) else { return nil }
                return sent.message
            }
        }
        var delivered = 0
        var waiting: [String: String] = [:]
        for message in messages {
            do {
                try await carrier.carry(message)
                _ = try await submit(
                    AcknowledgeMessage(message.id),
                    as: Act(realm: realm, actor: .system("exchange"), key: "acknowledge \(message.id)")
                )
                delivered += 1
            } catch {
                waiting[message.id.text] = "\(error)"
            }
        }
        return DeliveryReport(delivered: delivered, waiting: waiting)
    }
}
