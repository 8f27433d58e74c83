import Casework
import Database
import Directory
import EventLog
import Kernel
import Parties
import Processes
import Supervision

extension AlertStore {
    /// How many events one turn reads.
    private static let pageSize = 200

    /// Writes the alerts for what happened since the last turn; the first turn begins with what comes after it.
    ///
    /// What was read and what it led to are kept in one transaction, so a stop between two turns loses and doubles nothing.
    package func write() async throws {
        while let page = try await nextPage() {
            let drafts = try await drafts(for: page.events)
            let kept = drafts.map { draft in (draft, seal(draft.words, bindingTo: draft.id)) }
            try await database.write { [realm] writer in
                for (draft, sealed) in kept {
                    try writer.execute(
                        """
                        INSERT INTO alert (realm, id, act, recipient, channel, about, sealed, is_digest, state, made_at,
                                            attempts, fault, next_at, is_read)
                        VALUES (\(realm), \(draft.id), \(draft.act), \(draft.recipient.text), \(draft.channel.rawValue),
                                \(draft.about), \(sealed), \(draft.isDigest),
                                \(draft.channel == .inside ? Alert.State.sent.rawValue : Alert.State.waiting.rawValue),
                                \(draft.madeAt), 0, '', \(draft.dueAt), 0)
                            ON CONFLICT (realm, act, about, recipient, channel) DO NOTHING
                        """
                    )
                }
                try writer.execute(
                    "UPDATE alert_reader SET position = \(page.next) WHERE realm = \(realm) AND position = \(page.from)"
                )
            }
        }
    }

    private func nextPage() async throws -> (events: [RecordedEvent], from: Int64, next: Int64)? {
        let read = try await log.read(realm) { reading -> (events: [RecordedEvent], from: Int64?, end: Int64) in
            let from: Int64? = try reading.reader.value(
                "SELECT position FROM alert_reader WHERE realm = \(reading.realm)"
            )
            guard let from else { return ([], nil, try reading.nextPosition()) }
            return (try reading.events(from: from, limit: AlertStore.pageSize), from, 0)
        }
        guard let from = read.from else {
            try await database.write { [realm] writer in
                _ = try writer.execute(
                    """
                    INSERT INTO alert_reader (realm, position)
                    VALUES (\(realm), \(read.end))
                        ON CONFLICT (realm) DO NOTHING
                    """
                )
            }
            return nil
        }
        guard let last = read.events.last else { return nil }
        return (read.events, from, last.envelope.position + 1)
    }

    /// A alert before it is sealed and kept.
    private struct Draft: Sendable {
        let id: String
        let act: String
        let recipient: Alert.Recipient
        let channel: Alert.Channel
        let about: String
        let address: String
        let subject: String
        let text: String
        let isDigest: Bool
        let madeAt: Instant
        let dueAt: Instant

        var words: String { [address, subject, text].joined(separator: "\n") }
    }

    private func drafts(for events: [RecordedEvent]) async throws -> [Draft] {
        let recipients = try FindingRecipients.shipped()
        let told = try await log.read(realm) { reading in
            try events.flatMap { event in try AlertReading(reading, recipients).told(of: event) }
        }
        let officers = Set(told.compactMap { if case .officer(let id) = $0.recipient { id } else { nil } })
        let preferences = try await preferences(of: officers.sorted())
        return told.flatMap { told in
            addresses(of: told, preferences).map { channel, address, isDigest in
                Draft(
                    id: randomness.code(26, at: clock.now),
                    act: told.act,
                    recipient: told.recipient,
                    channel: channel,
                    about: told.about,
                    address: address,
                    subject: told.subject,
                    text: told.text(links),
                    isDigest: isDigest,
                    madeAt: told.at,
                    dueAt: isDigest ? AlertStore.digestTime(after: clock.now) : clock.now
                )
            }
        }
    }

    private func addresses(
        of told: AlertReading.Told,
        _ preferences: [String: AlertPreference]
    ) -> [(Alert.Channel, String, Bool)] {
        var found: [(Alert.Channel, String, Bool)] = []
        var (mail, mobile, isDigest) = (told.mail, told.mobile, false)
        if case .officer(let id) = told.recipient {
            found.append((.inside, "", false))
            let preference = preferences[id] ?? AlertPreference()
            (mail, mobile, isDigest) = (preference.mail, preference.mobile, preference.isDigest)
        }
        if let mail, connected.contains(.mail) { found.append((.mail, mail.text, isDigest)) }
        if let mobile, connected.contains(.message) { found.append((.message, mobile, isDigest)) }
        return found
    }

    /// Digests go out at eight in the morning.
    static func digestTime(after now: Instant) -> Instant {
        let today = Instant(now.day, hour: 8)
        return now < today ? today : Instant(now.day + 1, hour: 8)
    }
}
