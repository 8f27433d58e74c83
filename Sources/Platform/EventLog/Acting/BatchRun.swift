import Cryptography
import Database
import Kernel

/// One batch of commands in one transaction: load, decide, react, then one write round and one flush.
struct BatchRun: Sendable {
    private let realm: Realm
    private let database: any SQLDatabase
    private let codec: EventCodec
    private let ring: KeyRing
    private let clock: any WallClock
    private let randomness: any Randomness
    private let projections: [any Projection]
    private let reactors: [any Reactor]
    private let settings: EventLogSettings
    private let cache: StateCache

    /// A head that another node keeps moving is a busy database, not an endless loop.
    private static let greatestAttempts = 25
    /// A server takes so many events in while the next are encoded.
    private static let rowsAtOnce = 16

    init(realm: Realm, log: EventLog) {
        self.realm = realm
        database = log.database
        codec = log.codec
        ring = log.ring
        clock = log.clock
        randomness = log.randomness
        projections = log.projections
        reactors = log.reactors
        settings = log.settings
        cache = StateCache(capacity: log.settings.cachedStreams)
    }

    /// Returns one verdict a command, in their order, as soon as the next batch can see what the commands appended.
    func write(_ commands: [PendingCommand]) async -> Committed<[CommandVerdict]> {
        do {
            return try await attempt(commands)
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
    private func attempt(_ commands: [PendingCommand]) async throws -> Committed<[CommandVerdict]> {
        var attempts = 1
        var isKeyTaken = false
        while true {
            do {
                let asksFirst = isKeyTaken
                return try await database.commit { writer in try transact(commands, asksFirst: asksFirst, writer) }
            } catch DatabaseError.busy where attempts < BatchRun.greatestAttempts {
                attempts += 1
                cache.clear()
            } catch DatabaseError.uniqueViolation(let key) where !isKeyTaken && key.contains("command_key") {
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
    ) throws -> [CommandVerdict] {
        guard
            let head = try writer.firstRow(
                """
                SELECT next_position, recorded_at, minimum_reader, minimum_reader_release
                  FROM realm_head
                 WHERE realm = \(realm)
                """
            )
        else { throw EventLogError.unknownRealm(realm) }
        let minimumReader: Int = try head[2]
        guard minimumReader <= settings.reader.level else { throw EventLogError.needsRelease(try head[3]) }
        let first: Int64 = try head[0]
        let now = max(clock.now, try head[1])
        cache.validate(nextPosition: first)
        let keys = SubjectKeys(realm: realm, ring: ring, randomness: randomness)
        let session = CommandSession(
            reading: EventReading(realm: realm, reader: writer, codec: codec, keys: keys),
            now: now,
            firstPosition: first,
            cache: cache,
            node: settings.node,
            minimumReader: minimumReader,
            randomness: randomness
        )
        var answers: [String: EarlierAnswer] = [:]
        var verdicts: [CommandVerdict] = []
        var keyRows: [SQL] = []
        for command in commands {
            if let earlier = try answers[command.keyText] ?? (asksFirst ? earlierAnswer(to: command, writer) : nil) {
                verdicts.append(replay(command, earlier))
                continue
            }
            do {
                let answer = try decide(command, session)
                verdicts.append(.success(.given(answer.value)))
                answers[command.keyText] = EarlierAnswer(fingerprint: command.fingerprint.bytes, answer: answer.bytes)
                keyRows.append(keyRow(command, answer.bytes, now))
            } catch {
                let earlier = asksFirst ? nil : try earlierAnswer(to: command, writer)
                verdicts.append(earlier.map { replay(command, $0) } ?? .failure(error))
            }
        }
        try writeRound(session, keys, keyRows, first: first, now: now, writer)
        return verdicts
    }

    private func replay(_ command: PendingCommand, _ earlier: EarlierAnswer) -> CommandVerdict {
        guard earlier.fingerprint == command.fingerprint.bytes else {
            return .failure(EventLogError.keyReused(key: command.act.key))
        }
        return .success(.replayed(earlier.answer))
    }

    private func decide(_ command: PendingCommand, _ session: CommandSession) throws -> GivenAnswer {
        let act = command.act
        let acting = CommandSession.Acting(
            actor: act.actor,
            causation: Causation(command: command.name, key: act.key, correlation: act.correlation),
            occurred: act.occurred ?? .now(session.now)
        )
        let (answer, events) = try session.attempt(acting) { try command.run(session) }
        for event in events { react(to: event, acting, session) }
        return answer
    }

    /// What reactors append is not reacted to: only the command's own events come here.
    private func react(to event: RecordedEvent, _ acting: CommandSession.Acting, _ session: CommandSession) {
        for reactor in reactors {
            let reacting = CommandSession.Acting(
                actor: .system(reactor.name),
                causation: Causation(
                    command: reactor.name,
                    key: event.envelope.id,
                    event: event.envelope.id,
                    correlation: acting.causation.correlation
                ),
                occurred: .now(session.now)
            )
            do {
                _ = try session.attempt(reacting) { try reactor.react(to: event, in: session) }
            } catch {
                let failure = ReactionFailed(reactor: reactor.name, event: event.envelope.id, reason: "\(error)")
                // An unreadable ledger must not refuse the act either; the alarm then comes from the log check.
                _ = try? session.attempt(reacting) {
                    try session.append(.failed(failure), to: ReactionLedger.self, reactor.name)
                }
            }
        }
    }

    private func writeRound(
        _ session: CommandSession,
        _ keys: SubjectKeys,
        _ keyRows: [SQL],
        first: Int64,
        now: Instant,
        _ writer: any SQLWriter
    ) throws {
        let events = session.decided
        let next = first + Int64(events.count)
        if !events.isEmpty {
            let moved = try writer.execute(
                SQL(
                    "UPDATE realm_head SET next_position = ?, recorded_at = ? WHERE realm = ? AND next_position = ?",
                    [.integer(next), now.sqlValue, realm.sqlValue, .integer(first)]
                )
            )
            guard moved == 1 else { throw DatabaseError.busy("another node moved the realm's head") }
        }
        var rows: [SQL] = []
        for event in events {
            let stored = try codec.store(event.payload, under: event.envelope) { try keys.required($0, writer) }
            rows.append(eventRow(event.envelope, stored))
            guard rows.count == BatchRun.rowsAtOnce else { continue }
            try writer.executeMany(rows)
            rows.removeAll(keepingCapacity: true)
        }
        try writer.executeMany(rows + keys.statements + keyRows)
        let run = ProjectionRun(writer: writer, projections: projections)
        for event in events { try run.take(event) }
        try run.finish()
        session.keepStates(upTo: next)
    }

    private func eventRow(_ envelope: Envelope, _ stored: StoredEvent) -> SQL {
        SQL(
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

    private func keyRow(_ command: PendingCommand, _ answer: [UInt8], _ now: Instant) -> SQL {
        SQL(
            """
            INSERT INTO command_key (realm, actor, key, request_digest, answer, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                realm.sqlValue, .text(command.act.actor.id), .text(command.act.key),
                .blob(command.fingerprint.bytes), .blob(answer), now.sqlValue,
            ]
        )
    }

    private struct EarlierAnswer {
        let fingerprint: [UInt8]
        let answer: [UInt8]
    }

    private func earlierAnswer(to command: PendingCommand, _ reader: any SQLReader) throws -> EarlierAnswer? {
        try reader.firstRow(
            SQL(
                "SELECT request_digest, answer FROM command_key WHERE realm = ? AND actor = ? AND key = ?",
                [realm.sqlValue, .text(command.act.actor.id), .text(command.act.key)]
            )
        ).map { row in EarlierAnswer(fingerprint: try row[0], answer: try row[1]) }
    }
}
