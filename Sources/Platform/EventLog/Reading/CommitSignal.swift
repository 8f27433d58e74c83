package import Kernel
import Synchronization

/// Tells live readers that a realm's head may have moved; they read by position, so a missed signal loses nothing.
package final class CommitSignal: Sendable {
    private struct Listeners {
        var next = 0
        var continuations: [Int: AsyncStream<Realm>.Continuation] = [:]
    }

    private let listeners = Mutex(Listeners())
    private let count = Atomic<Int>(0)

    package init() {}

    /// How many batches this node has written, of all realms.
    package var announced: Int { count.load(ordering: .acquiring) }

    package func announce(_ realm: Realm) {
        count.add(1, ordering: .releasing)
        let continuations = listeners.withLock { Array($0.continuations.values) }
        for continuation in continuations { continuation.yield(realm) }
    }

    /// Returns a stream that ends when its reader goes away; only the newest signals are kept for a slow reader.
    package func stream() -> AsyncStream<Realm> {
        AsyncStream(bufferingPolicy: .bufferingNewest(16)) { continuation in
            let ticket = listeners.withLock { listeners in
                listeners.next += 1
                listeners.continuations[listeners.next] = continuation
                return listeners.next
            }
            continuation.onTermination = { [weak self] _ in
                self?.listeners.withLock { _ = $0.continuations.removeValue(forKey: ticket) }
            }
        }
    }
}
