import CanonicalJSON
package import Cryptography
import Database
package import Kernel

/// What is wrong with the stored log, and where.
package struct LogFault: Error, Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case gap = "position missing"
        case row = "columns differ from the envelope"
        case envelope = "envelope unreadable"
        case sections = "sections unreadable"
        case section = "section differs from its digest"
        case commitment = "event differs from its commitment"
        case order = "recorded earlier than its predecessor"
        case version = "version missing in its stream"
        case head = "events missing at the end"
        case checkpoint = "root differs from the signed checkpoint"
    }

    package let kind: Kind
    /// The event's id, as `01E42`.
    package let event: String
    package let detail: String

    package init(kind: Kind, event: String, detail: String) {
        self.kind = kind
        self.event = event
        self.detail = detail
    }
}

/// What was proved.
package struct LogReport: Sendable {
    package let events: Int64
    package let erasedSections: Int
    /// The 32-byte commitments in order were handed to the caller's tree while they were checked.
    package let lastRecordedAt: Instant
}

extension EventLog {
    /// Recomputes every digest of the realm's log from the stored bytes.
    ///
    /// `leaf` gets each commitment in order, to compare a tree's root with what was signed and published.
    ///
    /// - Throws: `LogFault` at the first event that is not what was committed.
    package func verify(_ realm: Realm, leaf: @escaping @Sendable (Digest) -> Void = { _ in }) async throws -> LogReport
    {
        var check = LogCheck(realm: realm)
        while true {
            let from = check.nextPosition
            let page = try await database.read { reader in
                try reader.rows(
                    """
                    SELECT position, stream, version, type, recorded_at, envelope, body, commitment
                      FROM event
                     WHERE realm = \(realm)
                       AND position >= \(from)
                     ORDER BY position
                     LIMIT 500
                    """
                )
            }
            for row in page { leaf(try await checked(row, &check)) }
            if page.isEmpty { break }
        }
        let head = try await read(realm) { reading in try reading.nextPosition() }
        guard head == check.nextPosition else {
            throw LogFault(
                kind: .head,
                event: Envelope.id(realm: realm, position: check.nextPosition),
                detail: "the realm's head says \(head) events, found \(check.nextPosition)"
            )
        }
        return check.report
    }

    private func checked(_ row: Row, _ check: inout LogCheck) async throws -> Digest {
        let parts = try check.take(row)
        for part in parts.sealed {
            guard case .personal(let subject)? = Section(name: part.name) else {
                throw check.fault(.sections, "section \(part.name) is sealed but not personal")
            }
            let key = try await read(check.realm) { reading in try reading.keys.existing(subject, reading.reader) }
            guard let key else {
                check.erasedSections += 1
                continue
            }
            guard
                let plain = try? EventCodec.plain(part, .personal(subject: subject), of: parts.event, key: { _ in key })
            else { throw check.fault(.section, "section \(part.name) cannot be decrypted", at: parts.event) }
            try check.digest(of: plain, matches: part, at: parts.event)
        }
        return parts.commitment
    }
}

/// The part of the check that needs no key: pure over rows in order.
struct LogCheck {
    let realm: Realm
    private(set) var nextPosition: Int64 = 0
    var erasedSections = 0
    private var lastRecordedAt = Instant(milliseconds: 0)
    private var versions: [String: Int] = [:]

    init(realm: Realm) {
        self.realm = realm
    }

    var report: LogReport {
        LogReport(events: nextPosition, erasedSections: erasedSections, lastRecordedAt: lastRecordedAt)
    }

    struct CheckedRow {
        let event: String
        let commitment: Digest
        let sealed: [StoredSections.Part]
    }

    mutating func take(_ row: Row) throws -> CheckedRow {
        let position: Int64 = try row[0]
        guard position == nextPosition else { throw fault(.gap, "the next stored event is at \(position)") }
        let envelopeBytes: [UInt8] = try row[5]
        guard let envelope = try? CanonicalDecoder().decode(Envelope.self, from: envelopeBytes) else {
            throw fault(.envelope, "not the canonical JSON of an envelope")
        }
        try compare(envelope, with: row)
        guard let stored = StoredSections(decoding: try row[6]) else { throw fault(.sections, "wrong layout") }
        for part in stored.parts where !part.isSealed { try digest(of: part.bytes, matches: part, at: envelope.id) }
        let commitment = Commitment.commitment(
            envelope: Commitment.digest(ofPart: envelopeBytes, salt: stored.envelopeSalt),
            sections: stored.parts.map { ($0.name, $0.digest) }
        )
        let claimed: [UInt8] = try row[7]
        guard commitment.bytes == claimed else {
            throw fault(.commitment, "expected \(commitment.hex), found \(claimed.count) other bytes")
        }
        nextPosition += 1
        return CheckedRow(event: envelope.id, commitment: commitment, sealed: stored.parts.filter(\.isSealed))
    }

    func digest(of plain: [UInt8], matches part: StoredSections.Part, at event: String) throws {
        guard plain.count >= Commitment.saltLength,
            Commitment.digest(
                ofPart: Array(plain.dropFirst(Commitment.saltLength)),
                salt: Array(plain.prefix(Commitment.saltLength))
            ) == part.digest
        else { throw fault(.section, "section \(part.name)", at: event) }
    }

    func fault(_ kind: LogFault.Kind, _ detail: String, at event: String? = nil) -> LogFault {
        LogFault(kind: kind, event: event ?? Envelope.id(realm: realm, position: nextPosition), detail: detail)
    }

    private mutating func compare(_ envelope: Envelope, with row: Row) throws {
        let stream: String = try row[1]
        let version: Int = try row[2]
        let type: String = try row[3]
        let recordedAt: Instant = try row[4]
        guard envelope.realm == realm, envelope.position == nextPosition, envelope.stream.text == stream,
            envelope.version == version, envelope.type == type, envelope.recordedAt == recordedAt
        else { throw fault(.row, "stream \(stream), version \(version), type \(type)") }
        guard recordedAt >= lastRecordedAt else { throw fault(.order, "recorded at \(recordedAt)") }
        lastRecordedAt = recordedAt
        guard version == versions[stream, default: 0] + 1 else { throw fault(.version, "\(stream)@\(version)") }
        versions[stream] = version
    }
}
