import Synchronization

/// Folded states of recently used streams of one realm, valid as of one position.
///
/// Another node's batch moves the realm's head; then the cache is older than the head and is dropped.
final class StateCache: Sendable {
    private struct Content {
        var streams: [StreamID: LoadedStream] = [:]
        var nextPosition: Int64 = 0
    }

    private let content = Mutex(Content())
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
    }

    func validate(nextPosition: Int64) {
        content.withLock { content in
            guard content.nextPosition != nextPosition else { return }
            content.streams = [:]
            content.nextPosition = nextPosition
        }
    }

    /// For when a batch's fate was not to be kept: what it left here must not be taken for the truth.
    func clear() {
        content.withLock { $0 = Content() }
    }

    func stream(_ stream: StreamID) -> LoadedStream? {
        content.withLock { $0.streams[stream] }
    }

    /// Dropping everything when full is crude and right: streams are used in bursts.
    func store(_ streams: [StreamID: LoadedStream], upTo nextPosition: Int64) {
        content.withLock { content in
            if content.streams.count + streams.count > capacity { content.streams = [:] }
            content.streams.merge(streams) { _, new in new }
            content.nextPosition = nextPosition
        }
    }
}
