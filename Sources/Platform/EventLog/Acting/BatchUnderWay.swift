import Database
import Dispatch
import Synchronization

/// A decided batch that is being written, for those who decide the next on it.
final class BatchUnderWay: Sendable {
    let batch: DecidedBatch
    private let state = Mutex(State())
    /// For who waits on a thread of its own; entered until the batch is settled.
    private let settling = DispatchGroup()

    private struct State {
        /// Whether it was written just as it was decided; `nil` as long as nobody knows.
        var isKept: Bool?
        var waiting: [CheckedContinuation<Bool, Never>] = []
    }

    init(_ batch: DecidedBatch) {
        self.batch = batch
        settling.enter()
    }

    /// Says what became of the batch, exactly once.
    func settle(isKept: Bool) {
        let waiting = state.withLock { state in
            state.isKept = isKept
            defer { state.waiting = [] }
            return state.waiting
        }
        settling.leave()
        for continuation in waiting { continuation.resume(returning: isKept) }
    }

    /// Returns, once that is known, whether the batch was written just as it was decided.
    func isKept() async -> Bool {
        await withCheckedContinuation { continuation in
            let known = state.withLock { state -> Bool? in
                if state.isKept == nil { state.waiting.append(continuation) }
                return state.isKept
            }
            if let known { continuation.resume(returning: known) }
        }
    }

    /// Blocks the thread until the batch is written.
    ///
    /// - Throws: `DatabaseError.busy` when it was not written as decided: what was decided on it is void.
    func wait() throws {
        settling.wait()
        guard state.withLock({ $0.isKept ?? false }) else {
            throw DatabaseError.busy("the batch before was decided anew")
        }
    }
}

/// The tables as they are once the batch before is written.
struct SettledReader: SQLReader {
    let reader: any SQLReader
    let earlier: BatchUnderWay?

    func rows(_ sql: SQL) throws -> [Row] {
        try earlier?.wait()
        return try reader.rows(sql)
    }
}
