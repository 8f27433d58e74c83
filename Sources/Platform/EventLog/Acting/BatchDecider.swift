import Cryptography
import Database
import Kernel

/// Decides batches: loads, runs the commands, and lets the reactors answer; writes nothing.
struct BatchDecider: Sendable {
    private let realm: Realm
    private let codec: EventCodec
    private let ring: KeyRing
    private let clock: any WallClock
    private let randomness: any Randomness
    private let reactors: [any Reactor]
    private let node: String
    private let cache: StateCache

    init(realm: Realm, log: EventLog, cache: StateCache) {
        self.realm = realm
        codec = log.codec
        ring = log.ring
        clock = log.clock
        randomness = log.randomness
        reactors = log.reactors
        node = log.settings.node
        self.cache = cache
    }

    /// Where a batch finds what it needs.
    struct Sources {
        /// Streams that the batch before did not touch: the same, whether it is written already or not.
        let events: any SQLReader
        /// The tables, with the batch before in them.
        let tables: any SQLReader
        /// The batch before, as long as it is not written.
        let earlier: DecidedBatch?
    }

    /// Returns what `commands` come to, one after the other, on a log that stands at `head`.
    ///
    /// Where keys are to be looked up first, `asked` gives the answer that was given under a command's key before.
    func decide(
        _ commands: [PendingCommand],
        from head: RealmHead,
        _ sources: Sources,
        asked: (PendingCommand) throws -> EarlierAnswer?
    ) throws -> DecidedBatch {
        let now = max(clock.now, head.recordedAt)
        let keys = SubjectKeys(realm: realm, ring: ring, randomness: randomness)
        let session = CommandSession(
            events: EventReading(realm: realm, reader: sources.events, codec: codec, keys: keys),
            tables: EventReading(realm: realm, reader: sources.tables, codec: codec, keys: keys),
            earlier: sources.earlier?.streams ?? [:],
            now: now,
            head: head,
            cache: cache,
            node: node,
            randomness: randomness
        )
        var answers: [String: EarlierAnswer] = [:]
        var verdicts: [CommandVerdict] = []
        var keyRows: [SQL] = []
        for command in commands {
            if let earlier = try answers[command.keyText] ?? asked(command) {
                verdicts.append(earlier.verdict(on: command))
                continue
            }
            do {
                let answer = try decide(command, session)
                verdicts.append(.success(.given(answer.value)))
                answers[command.keyText] = EarlierAnswer(fingerprint: command.fingerprint.bytes, answer: answer.bytes)
                keyRows.append(command.keyRow(in: realm, answer.bytes, now))
            } catch {
                verdicts.append(.failure(error))
            }
        }
        return DecidedBatch(
            before: head,
            after: head.moved(by: session.decided.count, at: now),
            verdicts: verdicts,
            events: session.decided,
            keyRows: keyRows,
            streams: session.streams
        )
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
}

/// The answer that was given under a command's key.
struct EarlierAnswer: Sendable {
    let fingerprint: [UInt8]
    let answer: [UInt8]

    /// Repeats the answer to the same command; another command under the key is refused.
    func verdict(on command: PendingCommand) -> CommandVerdict {
        guard fingerprint == command.fingerprint.bytes else {
            return .failure(EventLogError.keyReused(key: command.act.key))
        }
        return .success(.replayed(answer))
    }
}

extension PendingCommand {
    /// The row that keeps the answer for whoever submits the command again.
    func keyRow(in realm: Realm, _ answer: [UInt8], _ now: Instant) -> SQL {
        SQL(
            """
            INSERT INTO command_key (realm, actor, key, request_digest, answer, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                realm.sqlValue, .text(act.actor.id), .text(act.key), .blob(fingerprint.bytes), .blob(answer),
                now.sqlValue,
            ]
        )
    }

    /// Returns the answer that is kept for the command's key.
    func earlierAnswer(in realm: Realm, _ reader: any SQLReader) throws -> EarlierAnswer? {
        try reader.firstRow(
            SQL(
                "SELECT request_digest, answer FROM command_key WHERE realm = ? AND actor = ? AND key = ?",
                [realm.sqlValue, .text(act.actor.id), .text(act.key)]
            )
        ).map { row in EarlierAnswer(fingerprint: try row[0], answer: try row[1]) }
    }
}
