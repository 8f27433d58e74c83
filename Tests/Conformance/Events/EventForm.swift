import CanonicalJSON
import Composition
import Cryptography
@testable import EventLog
import Kernel

/// The sections of one event as they are hashed, without salts: a line each, the section's name and its bytes.
struct EventForm: Hashable {
    struct Line: Hashable {
        let section: Section
        let content: [UInt8]
    }

    let lines: [Line]

    /// Takes the way a new event takes: encoded, sealed, laid out for its row, and read back from there.
    init(storing payload: any EventPayload) throws {
        let key = SecretKey(randomness: SeededRandomness(seed: 3))
        let codec = EventCodec(registry: EventRegistry(Modules.families), randomness: SeededRandomness(seed: 4))
        let envelope = EventForm.envelope(of: payload)
        let stored = try codec.store(payload, under: envelope) { _ in key }
        guard let sections = StoredSections(decoding: stored.body) else { throw Unreadable(text: "the stored body") }
        lines = try sections.parts.map { part in
            guard let section = Section(name: part.name),
                let plain = try EventCodec.plain(part, section, of: envelope.id, key: { _ in key })
            else { throw Unreadable(text: part.name) }
            return Line(section: section, content: Array(plain.dropFirst(Commitment.saltLength)))
        }
    }

    /// Reads the text form.
    init(_ text: some StringProtocol) throws {
        lines = try text.split(separator: "\n").map { line in
            let words = line.split(separator: " ", maxSplits: 1)
            guard words.count == 2, let section = Section(name: String(words[0])) else {
                throw Unreadable(text: String(line))
            }
            return Line(section: section, content: Array(words[1].utf8))
        }
    }

    var text: String {
        lines.map { "\($0.section.name) \(String(decoding: $0.content, as: UTF8.self))\n" }.joined()
    }

    /// Returns the payload, read as from the database.
    func payload(type: String, schema: Int) throws -> any EventPayload {
        let opened = try lines.map { ($0.section, try JSONValue(parsing: $0.content)) }
        let source = SectionSource(opened: Dictionary(opened) { first, _ in first })
        return try EventRegistry(Modules.families)
            .read(type: type, schema: schema, from: SectionReader(source: source))
    }

    struct Unreadable: Error {
        let text: String
    }

    /// The same outside for every example.
    static func envelope(of payload: any EventPayload) -> Envelope {
        let now = Instant("2026-03-02", hour: 9)
        return Envelope(
            realm: Realm(1),
            position: 7,
            stream: StreamID(category: "casefile", key: "1C1"),
            version: 2,
            type: Swift.type(of: payload).type,
            schema: Swift.type(of: payload).schema,
            recordedAt: now,
            occurred: Occurrence(at: now, precision: .day, origin: .stated),
            actor: Actor(
                kind: .officer,
                id: "1O1",
                post: "1W1",
                agency: "1A1",
                certificate: "23160000000001",
                onBehalfOf: "1O2",
                session: "00ff"
            ),
            command: Causation(command: "CompleteStep", key: "K1", event: "1E6", correlation: "K0"),
            node: "node-1",
            uses: ["calendar": "2026@1", "item": "511A0138600000@1"],
            commitment: Commitment.algorithm
        )
    }
}
