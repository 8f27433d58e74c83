import Cryptography
import Database
import Kernel

/// Batches of one realm, each one transaction: what was decided beside the batch before is only written; all else is
/// decided in the transaction itself.
struct BatchRun: Sendable {
    private let realm: Realm
    private let database: any SQLDatabase
    private let projections: [any Projection]
    private let settings: EventLogSettings
    private let decider: BatchDecider
    private let cache: StateCache
    private let codec: EventCodec
    private let ring: KeyRing

    /// A head that another node keeps moving is a busy database, not an endless loop.
    private static let greatestAttempts = 25
    /// Named by the engines when a command's key was used before.
    private static let keyTable = "command_key"

    init(realm: Realm, log: EventLog) {
        self.realm = realm
        database = log.database
        projections = log.projections
        settings = log.settings
        codec = log.codec
        ring = log.ring
        cache = StateCache(capacity: log.settings.cachedStreams)
        decider = BatchDecider(realm: realm, log: log, cache: cache)
    }

    // MARK: Beside the batch before

    /// Returns what the commands come to on `earlier`, which is being written meanwhile; `nil` when that cannot be
    /// told before it is.
    func decide(
        _ commands: [PendingCommand],
        following earlier: BatchUnderWay?,
        _ observer: any SQLObserver
    ) async -> DecidedBatch? {
        // What failed here fails again in the transaction, where every failure has its answer.
        try? await observer.observe { reader in
            let head = try earlier?.batch.after ?? RealmHead.read(realm, by: reader, upTo: settings.reader.level)
            if earlier == nil { cache.validate(nextPosition: head.nextPosition) }
            let tables = SettledReader(reader: reader, earlier: earlier)
            let sources = BatchDecider.Sources(events: reader, tables: tables, earlier: earlier?.batch)
            return try decider.decide(commands, from: head, sources) { _ in nil }
        }
    }

    /// Writes a batch and returns one verdict a command, in their order, as soon as the next batch can see it.
    ///
    /// It is not kept as it was decided when the log has moved, a key was taken, or the database refused; then it is decided
    /// anew.
    func write(
        _ commands: [PendingCommand],
        as batch: DecidedBatch
    ) async -> (written: Committed<[CommandVerdict]>, isKept: Bool) {
        var isKeyTaken = false
        do {
            let written = try await database.commit { writer in
                let head = try RealmHead.read(realm, by: writer, upTo: settings.reader.level)
                guard head.nextPosition == batch.before.nextPosition else {
                    throw DatabaseError.busy("another node moved the realm's head")
                }
                try write(batch, writer)
                return try verdicts(on: commands, of: batch, writer)
            }
            keepStates(of: batch)
            return (written, true)
        } catch DatabaseError.flushFailed(let reason) {
            settings.flushFailed(reason)
            let failure = CommandVerdict.failure(DatabaseError.flushFailed(reason))
            return (Committed(Array(repeating: failure, count: commands.count)), false)
        } catch DatabaseError.uniqueViolation(let key) {
            isKeyTaken = key.contains(BatchRun.keyTable)
        } catch {
            // Decided anew, it fails again, and there every failure has its answer.
        }
        cache.clear()
        return (await write(commands, asksFirst: isKeyTaken), false)
    }

    // MARK: In one transaction

    /// Decides and writes the commands and returns one verdict each, in their order, as soon as the next batch can see
    /// what they appended.
    ///
    /// With `asksFirst` the answers given under the commands' keys before are looked up before anything is decided.
    func write(_ commands: [PendingCommand], asksFirst: Bool = false) async -> Committed<[CommandVerdict]> {
        do {
            return try await attempt(commands, asksFirst: asksFirst)
        } catch let error as DatabaseError {
            return Committed(await recover(commands, from: error))
        } catch {
            guard commands.count > 1 else { return Committed([.failure(error)]) }
            return Committed(await oneByOne(commands))
        }
    }

    /// Returns the verdicts once what they tell of is durable; where it cannot become so, everybody is told.
    func flush(_ written: Committed<[CommandVerdict]>, of commands: Int) async -> [CommandVerdict] {
        do {
            return try await written.durable()
        } catch {
            if case DatabaseError.flushFailed(let reason) = error { settings.flushFailed(reason) }
            return Array(repeating: .failure(error), count: commands)
        }
    }

    private func recover(_ commands: [PendingCommand], from error: DatabaseError) async -> [CommandVerdict] {
        if case .flushFailed(let reason) = error { settings.flushFailed(reason) }
        if case .uniqueViolation(let key) = error, let only = commands.first, commands.count == 1 {
            return [.failure(only.refusal(key) ?? error)]
        }
        guard commands.count > 1 || isUnknown(error) else { return [.failure(error)] }
        return await oneByOne(commands)
    }

    /// Each finds its key if its act was kept after all, and only the guilty one fails.
    private func oneByOne(_ commands: [PendingCommand]) async -> [CommandVerdict] {
        var verdicts: [CommandVerdict] = []
        for command in commands {
            do {
                verdicts += try await attempt([command]).durable()
            } catch DatabaseError.uniqueViolation(let key) {
                verdicts.append(.failure(command.refusal(key) ?? DatabaseError.uniqueViolation(key: key)))
            } catch {
                verdicts.append(.failure(error))
            }
        }
        return verdicts
    }

    private func isUnknown(_ error: DatabaseError) -> Bool {
        if case .commitOutcomeUnknown = error { true } else { false }
    }

    /// Looks up nobody's key before it is known that one of them was used: the rows of the keys are unique, so a command
    /// that was done before cannot be written again, and one that is refused is looked up then.
    private func attempt(
        _ commands: [PendingCommand],
        asksFirst: Bool = false
    ) async throws -> Committed<[CommandVerdict]> {
        var attempts = 1
        var isKeyTaken = asksFirst
        while true {
            do {
                let asksFirst = isKeyTaken
                let written = try await database.commit { writer in
                    try transact(commands, asksFirst: asksFirst, writer)
                }
                keepStates(of: written.unflushed.batch)
                return written.map(\.verdicts)
            } catch DatabaseError.busy where attempts < BatchRun.greatestAttempts {
                attempts += 1
                cache.clear()
            } catch DatabaseError.uniqueViolation(let key) where !isKeyTaken && key.contains(BatchRun.keyTable) {
                isKeyTaken = true
                cache.clear()
            } catch {
                cache.clear()
                throw error
            }
        }
    }

    private func transact(
        _ commands: [PendingCommand],
        asksFirst: Bool,
        _ writer: any SQLWriter
    ) throws -> (batch: DecidedBatch, verdicts: [CommandVerdict]) {
        let head = try RealmHead.read(realm, by: writer, upTo: settings.reader.level)
        cache.validate(nextPosition: head.nextPosition)
        let sources = BatchDecider.Sources(events: writer, tables: writer, earlier: nil)
        let batch = try decider.decide(commands, from: head, sources) { command in
            asksFirst ? try command.earlierAnswer(in: realm, writer) : nil
        }
        try write(batch, writer)
        return (batch, try asksFirst ? batch.verdicts : verdicts(on: commands, of: batch, writer))
    }

    /// Keeps the folded states for the next batch; not before the commit, or a transaction that is repeated would find what
    /// it had not written.
    private func keepStates(of batch: DecidedBatch) {
        cache.store(batch.streams, upTo: batch.after.nextPosition)
    }

    // MARK: Rows

    private func write(_ batch: DecidedBatch, _ writer: any SQLWriter) throws {
        if !batch.events.isEmpty {
            let moved = try writer.execute(
                SQL(
                    "UPDATE realm_head SET next_position = ?, recorded_at = ? WHERE realm = ? AND next_position = ?",
                    [
                        .integer(batch.after.nextPosition), batch.after.recordedAt.sqlValue, realm.sqlValue,
                        .integer(batch.before.nextPosition),
                    ]
                )
            )
            guard moved == 1 else { throw DatabaseError.busy("another node moved the realm's head") }
        }
        try writer.executeMany(rows(of: batch, writer))
        let run = ProjectionRun(writer: writer, projections: projections)
        for event in batch.events { try run.take(event) }
        try run.finish()
    }

    /// Returns the rows of a batch: its events, the subjects' keys made for them, and the commands' keys.
    ///
    /// Encoded where they are written, beside the batch that is being decided; and there every key is known.
    private func rows(of batch: DecidedBatch, _ reader: any SQLReader) throws -> [SQL] {
        let keys = SubjectKeys(realm: realm, ring: ring, randomness: codec.randomness)
        let events = try batch.events.map { event in
            try row(of: event, codec.store(event.payload, under: event.envelope) { try keys.required($0, reader) })
        }
        return events + keys.statements + batch.keyRows
    }

    private func row(of event: RecordedEvent, _ stored: StoredEvent) -> SQL {
        let envelope = event.envelope
        return SQL(
            """
            INSERT INTO event (realm, position, stream, version, type, recorded_at, envelope, body, commitment)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                realm.sqlValue, .integer(envelope.position), .text(envelope.stream.text),
                envelope.version.sqlValue, .text(envelope.type), envelope.recordedAt.sqlValue,
                .blob(stored.envelope), .blob(stored.body), .blob(stored.commitment.bytes),
            ]
        )
    }

    /// Returns the verdicts; who was refused is told the answer given before, if the command was done before.
    private func verdicts(
        on commands: [PendingCommand],
        of batch: DecidedBatch,
        _ reader: any SQLReader
    ) throws -> [CommandVerdict] {
        try zip(commands, batch.verdicts).map { command, verdict in
            guard case .failure = verdict else { return verdict }
            return try command.earlierAnswer(in: realm, reader)?.verdict(on: command) ?? verdict
        }
    }
}
