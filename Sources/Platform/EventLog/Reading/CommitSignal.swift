package import Kernel
import Synchronization

/// Tells live readers that a realm's head may have moved; they read by position, so a missed signal loses nothing.
package final class CommitSignal: Sendable {
    private struct Listeners {
        var next = 0
        var continuations: [Int: AsyncStream<Realm>.Continuation] = [:]
    }

    private let listeners = Mutex(Listeners())

    package init() {}

    package func announce(_ realm: Realm) {
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
