package import Cryptography
package import Database
package import Kernel

/// The one log: commands go in as batches, events come out, rows and findings are made in the same transaction.
package final class EventLog: Sendable {
    package let database: any SQLDatabase
    package let clock: any WallClock
    package let randomness: any Randomness
    let settings: EventLogSettings
    let codec: EventCodec
    let ring: KeyRing
    let projections: [any Projection]
    let reactors: [any Reactor]
    package let commits = CommitSignal()
    private let writers: RealmWriters

    /// Puts the log together; what is read and what reacts is registered here and nowhere else.
    package init(
        database: any SQLDatabase,
        registry: EventRegistry,
        projections: [any Projection],
        reactors: [any Reactor],
        ring: KeyRing,
        clock: any WallClock,
        randomness: any Randomness,
        settings: EventLogSettings = EventLogSettings()
    ) {
        self.database = database
        self.projections = [KeyDestruction()] + projections
        self.reactors = reactors
        self.ring = ring
        self.clock = clock
        self.randomness = randomness
        self.settings = settings
        codec = EventCodec(registry: registry, randomness: randomness)
        writers = RealmWriters()
    }

    /// Makes a data home; says whether it is a demonstration, which alone may set its clock.
    package func create(_ realm: Realm, isDemonstration: Bool) async throws {
        let (projections, reader) = (projections, settings.reader)
        _ = try await database.write { writer in
            try writer.execute(
                """
                INSERT INTO realm_head
                       (realm, next_position, recorded_at, access_epoch, is_demonstration, clock_offset,
                        minimum_reader, minimum_reader_release)
                VALUES (\(realm), 0, 0, 0, \(isDemonstration), 0, \(reader.level), \(reader.release))
                """
            )
            for projection in projections {
                try writer.execute(
                    """
                    INSERT INTO projection_state (realm, name, version)
                    VALUES (\(realm), \(projection.name), \(projection.version))
                    """
                )
            }
        }
    }

    /// Submits one command; returns once everything it appended is durable.
    ///
    /// - Throws: the command's own refusal, or `EventLogError`; then nothing was written.
    package func submit<C: Command>(_ command: C, as act: Act) async throws -> Receipt<C.Answer> {
        let pending = PendingCommand(
            act: act,
            name: C.name,
            fingerprint: try command.fingerprint(),
            run: { session in
                let answer = try command.run(in: session)
                return GivenAnswer(value: answer, bytes: try CommandAnswer.encode(answer))
            },
            refusal: { key in command.refusal(forTaken: key) }
        )
        switch try await writers.writer(of: act.realm, in: self).submit(pending) {
        case .given(let value as C.Answer): return Receipt(answer: value, isReplay: false)
        case .given(let value): throw EventLogError.unreadable(event: act.key, reason: "an answer is \(value)")
        case .replayed(let bytes): return Receipt(answer: try CommandAnswer.decode(bytes), isReplay: true)
        }
    }

    /// Reads within one snapshot: rows of any owner's queries, and the events behind them.
    package func read<Answer: Sendable>(
        _ realm: Realm,
        _ body: @escaping @Sendable (EventReading) throws -> Answer
    ) async throws -> Answer {
        try await database.read { [codec, ring, randomness] reader in
            try body(
                EventReading(
                    realm: realm,
                    reader: reader,
                    codec: codec,
                    keys: SubjectKeys(realm: realm, ring: ring, randomness: randomness)
                )
            )
        }
    }
}

package struct EventLogSettings: Sendable {
    /// The name of this node in every envelope.
    package let node: String
    /// Commands decided and flushed together.
    package let greatestBatch: Int
    /// Streams whose folded state is kept in memory, per realm.
    package let cachedStreams: Int
    /// What this program can read.
    package let reader: EventReader
    /// How long a key and its answer are kept.
    package let keyLifetime: Duration
    /// Called when the medium refused a flush: memory and disk may differ, so the process must end.
    package let flushFailed: @Sendable (String) -> Void

    package init(
        node: String = "node-1",
        greatestBatch: Int = 64,
        cachedStreams: Int = 20_000,
        reader: EventReader = .current,
        keyLifetime: Duration = .seconds(30 * 86_400),
        flushFailed: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.node = node
        self.greatestBatch = greatestBatch
        self.cachedStreams = cachedStreams
        self.reader = reader
        self.keyLifetime = keyLifetime
        self.flushFailed = flushFailed
    }
}
