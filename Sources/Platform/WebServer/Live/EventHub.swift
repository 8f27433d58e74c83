import Synchronization

/// Hands events to every open page that asked for their topic.
///
/// A page that reads too slowly is let go: it connects again by itself and fetches everything anew, so nothing is
/// missed and nothing piles up.
package final class EventHub: Sendable {
    private struct Subscriber: Sendable {
        let topics: Set<String>
        let continuation: AsyncStream<ServerEvent>.Continuation
    }

    private struct State: Sendable {
        var subscribers: [Int: Subscriber] = [:]
        var next = 0
        var isClosed = false
    }

    private let state = Mutex(State())
    private let capacity: Int
    private let buffer: Int

    /// A hub.
    ///
    /// - Parameters:
    ///   - capacity: open pages at the same time.
    ///   - buffer: events waiting for one page before it is let go.
    package init(capacity: Int = 2_000, buffer: Int = 64) {
        self.capacity = capacity
        self.buffer = buffer
    }

    /// How many pages listen.
    package var count: Int { state.withLock { $0.subscribers.count } }

    /// Everything that some open page listens to.
    package var topics: Set<String> {
        state.withLock { state in state.subscribers.values.reduce(into: []) { $0.formUnion($1.topics) } }
    }

    /// Begins to listen to `topics`.
    ///
    /// - Parameters:
    ///   - topics: names that publishers use.
    ///   - first: what this page alone gets before anything else.
    /// - Returns: the events from now on.
    /// - Throws: `WebRefusal.unavailable` if too many listen already or the server is stopping.
    package func subscribe(
        to topics: Set<String>,
        beginningWith first: [ServerEvent] = []
    ) throws(WebRefusal) -> EventSubscription {
        let (stream, continuation) = AsyncStream.makeStream(
            of: ServerEvent.self,
            bufferingPolicy: .bufferingOldest(max(buffer, first.count))
        )
        for event in first { continuation.yield(event) }
        let number = state.withLock { state -> Int? in
            guard !state.isClosed, state.subscribers.count < capacity else { return nil }
            state.next += 1
            state.subscribers[state.next] = Subscriber(topics: topics, continuation: continuation)
            return state.next
        }
        guard let number else { throw .unavailable }
        continuation.onTermination = { [weak self] _ in self?.leave(number) }
        return EventSubscription(events: stream)
    }

    package func publish(_ event: ServerEvent, to topic: String) { send(event) { $0.contains(topic) } }

    func beat() { send(.heartbeat) { _ in true } }

    /// Ends every stream and takes no new one, so that the server can stop.
    func close() {
        let all = state.withLock { state in
            state.isClosed = true
            defer { state.subscribers = [:] }
            return state.subscribers
        }
        for subscriber in all.values { subscriber.continuation.finish() }
    }

    private func send(_ event: ServerEvent, where isMeant: (Set<String>) -> Bool) {
        let meant = state.withLock { state in state.subscribers.values.filter { isMeant($0.topics) } }
        for subscriber in meant {
            switch subscriber.continuation.yield(event) {
            case .dropped: subscriber.continuation.finish()
            case .enqueued, .terminated: continue
            @unknown default: continue
            }
        }
    }

    private func leave(_ number: Int) { state.withLock { $0.subscribers[number] = nil } }
}

/// The events of one open page; it ends when the page is let go or the server stops.
package struct EventSubscription: Sendable {
    let events: AsyncStream<ServerEvent>
}
