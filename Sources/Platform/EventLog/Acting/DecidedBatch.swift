import Database
import Kernel

/// What a batch of commands came to; nothing of it is written yet.
struct DecidedBatch: Sendable {
    /// Where the log must still stand when the batch is written.
    let before: RealmHead
    /// Where it stands afterwards.
    let after: RealmHead
    /// One a command, in their order.
    let verdicts: [CommandVerdict]
    let events: [RecordedEvent]
    /// The rows of the commands' keys; those of the events are made when the batch is written.
    let keyRows: [SQL]
    /// The streams that were changed or read from the log, as they are afterwards.
    let streams: [StreamID: LoadedStream]

    /// Whether the next batch can be decided on this one before it is written.
    ///
    /// Who is erased loses the key when the row is written, so until then the next batch would find it.
    var canBeBuiltOn: Bool { !events.contains { $0.envelope.type == SubjectErased.type } }
}

/// Where a realm's log stands.
struct RealmHead: Sendable {
    let nextPosition: Int64
    /// The moment of the last batch.
    let recordedAt: Instant
    let minimumReader: Int

    /// Reads the head of `realm` for a program that can read up to `level`.
    ///
    /// - Throws: `EventLogError.unknownRealm`, `.needsRelease`.
    static func read(_ realm: Realm, by reader: any SQLReader, upTo level: Int) throws -> RealmHead {
        let row = try reader.firstRow(
            """
            SELECT next_position, recorded_at, minimum_reader, minimum_reader_release
              FROM realm_head
             WHERE realm = \(realm)
            """
        )
        guard let row else { throw EventLogError.unknownRealm(realm) }
        let minimumReader: Int = try row[2]
        guard minimumReader <= level else { throw EventLogError.needsRelease(try row[3]) }
        return RealmHead(nextPosition: try row[0], recordedAt: try row[1], minimumReader: minimumReader)
    }

    /// The head after `events` more, recorded at `now`.
    func moved(by events: Int, at now: Instant) -> RealmHead {
        RealmHead(nextPosition: nextPosition + Int64(events), recordedAt: now, minimumReader: minimumReader)
    }
}
