import CanonicalJSON
import Cryptography
import Kernel

/// An event in the form of its row.
struct StoredEvent: Sendable {
    let envelope: [UInt8]
    let body: [UInt8]
    let commitment: Digest
}

/// Turns events into the bytes that are hashed and kept, and back.
struct EventCodec: Sendable {
    let registry: EventRegistry
    let randomness: any Randomness

    /// Returns the event's row; `key` gives the key of a personal section's subject, making it when it is the first.
    func store(
        _ payload: any EventPayload,
        under envelope: Envelope,
        key: (_ subject: String) throws -> SecretKey
    ) throws -> StoredEvent {
        let sink = SectionSink()
        let content = try CanonicalEncoder(userInfo: [.sectionSink: sink]).encode(payload)
        let envelopeBytes = envelope.canonicalBytes
        let salt = randomness.bytes(Commitment.saltLength)
        let parts = try ([(.internal, content)] + sink.sections).map { section, content in
            try part(section, content, of: envelope.id, key: key)
        }
        return StoredEvent(
            envelope: envelopeBytes,
            body: StoredSections(envelopeSalt: salt, parts: parts).encoded,
            commitment: Commitment.commitment(
                envelope: Commitment.digest(ofPart: envelopeBytes, salt: salt),
                sections: parts.map { ($0.name, $0.digest) }
            )
        )
    }

    /// Returns the event; `key` gives the key of a personal section's subject, or `nil` once it was destroyed.
    func open(
        envelope envelopeBytes: [UInt8],
        body: [UInt8],
        key: (_ subject: String) throws -> SecretKey?
    ) throws -> RecordedEvent {
        let envelope = try CanonicalDecoder().decode(Envelope.self, from: envelopeBytes)
        guard let stored = StoredSections(decoding: body) else {
            throw EventLogError.unreadable(event: envelope.id, reason: "body has not the layout of sections")
        }
        var opened: [Section: JSONValue] = [:]
        for part in stored.parts {
            guard let section = Section(name: part.name) else {
                throw EventLogError.unreadable(event: envelope.id, reason: "unknown section \(part.name)")
            }
            guard let plain = try EventCodec.plain(part, section, of: envelope.id, key: key) else { continue }
            opened[section] = try JSONValue(parsing: plain.dropFirst(Commitment.saltLength))
        }
        let reader = SectionReader(source: SectionSource(opened: opened))
        return RecordedEvent(
            envelope: envelope,
            payload: try registry.read(type: envelope.type, schema: envelope.schema, from: reader)
        )
    }

    /// Returns salt and content of a section, or `nil` when its subject's key was destroyed.
    static func plain(
        _ part: StoredSections.Part,
        _ section: Section,
        of event: String,
        key: (_ subject: String) throws -> SecretKey?
    ) throws -> [UInt8]? {
        guard part.isSealed else { return part.bytes }
        guard case .personal(let subject) = section else {
            throw EventLogError.unreadable(event: event, reason: "section \(part.name) is sealed but not personal")
        }
        guard let key = try key(subject) else { return nil }
        return try AuthenticatedCipher.open(part.bytes, key: key, bindingTo: EventCodec.context(event, part.name))
    }

    private func part(
        _ section: Section,
        _ content: [UInt8],
        of event: String,
        key: (_ subject: String) throws -> SecretKey
    ) throws -> StoredSections.Part {
        let salt = randomness.bytes(Commitment.saltLength)
        let digest = Commitment.digest(ofPart: content, salt: salt)
        guard case .personal(let subject) = section else {
            return StoredSections.Part(name: section.name, isSealed: false, digest: digest, bytes: salt + content)
        }
        let sealed = try AuthenticatedCipher.seal(
            salt + content,
            key: key(subject),
            bindingTo: EventCodec.context(event, section.name),
            randomness: randomness
        )
        return StoredSections.Part(name: section.name, isSealed: true, digest: digest, bytes: sealed)
    }

    private static func context(_ event: String, _ section: String) -> [UInt8] { Array("\(event)/\(section)".utf8) }
}
