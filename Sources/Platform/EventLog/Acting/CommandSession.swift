package import Database
package import Kernel

/// What a command sees and changes: the streams of its realm as of this batch, and the clock.
///
/// Later commands of the batch see what earlier ones decided. Lives on one of the driver's threads for one batch.
package final class CommandSession {
    package let realm: Realm
    /// The moment of the batch, never earlier than the last recorded event.
    package let now: Instant
    package let randomness: any Randomness
    /// The capability's own tables as they were before this batch; decide on states, look up in tables.
    ///
    /// The first look may wait until the batch before is written.
    package var reader: any SQLReader { tables.reader }

    /// Streams, except those of `earlier`.
    private let events: EventReading
    private let tables: EventReading
    /// The streams as the batch before leaves them, as long as it is not written.
    private let earlier: [StreamID: LoadedStream]
    private let cache: StateCache
    private let node: String
    private let head: RealmHead

    /// What was changed or read from the log.
    private(set) var streams: [StreamID: LoadedStream] = [:]
    /// What was known already and was not changed.
    private var remembered: [StreamID: LoadedStream] = [:]
    private(set) var decided: [RecordedEvent] = []
    /// What the streams were before the running command changed them, the latest change last.
    private var undo: [(stream: StreamID, before: LoadedStream?)] = []
    private var acting: Acting

    /// Who is acting now, for which command, in answer to which event.
    struct Acting {
        var actor: Actor
        var causation: Causation
        var occurred: Occurrence
    }

    init(
        events: EventReading,
        tables: EventReading,
        earlier: [StreamID: LoadedStream],
        now: Instant,
        head: RealmHead,
        cache: StateCache,
        node: String,
        randomness: any Randomness
    ) {
        self.events = events
        self.tables = tables
        self.earlier = earlier
        realm = events.realm
        self.now = now
        self.head = head
        self.cache = cache
        self.node = node
        self.randomness = randomness
        acting = Acting(
            actor: .system("log"),
            causation: Causation(command: "", key: "", correlation: ""),
            occurred: .now(now)
        )
    }

    package var today: Day { now.day }
    package var actor: Actor { acting.actor }
    /// When the running act legally happened; whoever states an earlier moment is bound by the command's own rules.
    package var occurred: Occurrence { acting.occurred }

    /// Returns the stream's state and version; version 0 is a stream that does not exist yet.
    package func load<A: Aggregate>(_ type: A.Type, _ key: String) throws -> Versioned<A> {
        let stream = A.stream(key)
        let loaded = try streams[stream] ?? remembered[stream] ?? fetch(A.self, stream)
        guard let state = loaded.state as? A else {
            throw EventLogError.unreadable(event: stream.text, reason: "the stream is not of \(A.self)")
        }
        return Versioned(state: state, version: loaded.version)
    }

    /// Returns the version of a stream of any kind as of this batch; 0 is a stream that does not exist yet.
    package func version(of stream: StreamID) throws -> Int {
        try streams[stream]?.version ?? earlier[stream]?.version ?? events.version(of: stream)
    }

    /// Refuses when the user decided on an older version than there is.
    ///
    /// - Throws: `EventLogError.stale` with the types of the events in between.
    package func requireSeen<A: Aggregate>(_ seen: Int, _ type: A.Type, _ key: String) throws {
        let current = try load(type, key).version
        guard seen != current else { return }
        let earlier = try tables.types(of: A.stream(key), after: seen)
        let now = decided.filter { $0.envelope.stream == A.stream(key) && $0.envelope.version > seen }
        throw EventLogError.stale(
            stream: A.stream(key),
            seen: seen,
            current: current,
            since: earlier + now.map(\.envelope.type)
        )
    }

    /// Appends one event and returns the state after it; `uses` names the versions the decision relied on.
    @discardableResult
    package func append<A: Aggregate>(
        _ event: A.Event,
        to type: A.Type,
        _ key: String,
        uses: [String: String] = [:]
    ) throws -> A {
        var (state, version) = try { ($0.state, $0.version) }(load(type, key))
        version += 1
        let payload = event.payload
        guard Swift.type(of: payload).sinceReader <= head.minimumReader else {
            throw EventLogError.notYetWritable(type: Swift.type(of: payload).type)
        }
        let envelope = Envelope(
            realm: realm,
            position: head.nextPosition + Int64(decided.count),
            stream: A.stream(key),
            version: version,
            type: Swift.type(of: payload).type,
            schema: Swift.type(of: payload).schema,
            recordedAt: now,
            occurred: acting.occurred,
            actor: acting.actor,
            command: acting.causation,
            node: node,
            uses: uses,
            commitment: Commitment.algorithm
        )
        state.evolve(event, envelope)
        undo.append(
            (
                envelope.stream,
                streams.updateValue(LoadedStream(state: state, version: version), forKey: envelope.stream)
            )
        )
        decided.append(RecordedEvent(envelope: envelope, event: event))
        return state
    }

    /// Returns a fresh public identifier: the realm's short code, `letter`, the moment, and 65 random bits.
    package func newIdentifier<Subject>(_ letter: Character) -> Identifier<Subject> {
        Identifier("\(realm.shortCode)\(letter)\(randomness.code(13, at: now))")
    }

    /// Runs `body` and returns the streams it appended to with their versions after it, by the stream's text.
    package func touching<Answer>(_ body: () throws -> Answer) rethrows -> (answer: Answer, touched: [String: Int]) {
        let before = decided.count
        let answer = try body()
        let touched = decided[before...].map { ($0.envelope.stream.text, $0.envelope.version) }
        return (answer, Dictionary(touched, uniquingKeysWith: max))
    }

    /// Runs `body` as one command: what it decided is dropped when it throws.
    func attempt<Answer>(_ acting: Acting, _ body: () throws -> Answer) throws -> (Answer, events: [RecordedEvent]) {
        let before = (undo: undo.count, decided: decided.count)
        let outer = self.acting
        self.acting = acting
        defer { self.acting = outer }
        do {
            let answer = try body()
            return (answer, Array(decided[before.decided...]))
        } catch {
            for change in undo[before.undo...].reversed() { streams[change.stream] = change.before }
            undo.removeSubrange(before.undo...)
            decided.removeSubrange(before.decided...)
            throw error
        }
    }

    private func fetch<A: Aggregate>(_ type: A.Type, _ stream: StreamID) throws -> LoadedStream {
        if let known = earlier[stream] ?? cache.stream(stream) {
            remembered[stream] = known
            return known
        }
        let loaded = try folded(A.self, stream)
        streams[stream] = loaded
        return loaded
    }

    private func folded<A: Aggregate>(_ type: A.Type, _ stream: StreamID) throws -> LoadedStream {
        var state = A()
        var version = 0
        for event in try events.events(of: stream) {
            guard let own = event.as(A.Event.self) else {
                throw EventLogError.unreadable(event: event.envelope.id, reason: "not an event of \(A.self)")
            }
            state.evolve(own, event.envelope)
            version = event.envelope.version
        }
        return LoadedStream(state: state, version: version)
    }
}

/// A state together with the version of its stream.
package struct Versioned<State: Sendable>: Sendable {
    package let state: State
    package let version: Int

    package var exists: Bool { version > 0 }
}

struct LoadedStream: Sendable {
    let state: any Aggregate
    let version: Int
}
