import Dispatch
import Synchronization

/// A few threads for calls that block or compute for long, so that the cooperative pool stays free.
///
/// Work is taken in the order it came, at most `count` pieces at a time. Each thread is a serial queue: serial queues
/// get threads of their own, a concurrent one would share the cooperative pool's.
package final class WorkerThreads: Sendable {
    private typealias Work = @Sendable () -> Void

    private struct State {
        var idle: [DispatchQueue]
        var pending: [Work] = []
        var firstPending = 0
    }

    private let state: Mutex<State>

    package init(label: String, count: Int) {
        state = Mutex(State(idle: (0..<max(1, count)).map { DispatchQueue(label: "\(label).\($0)") }))
    }

    /// How many pieces of work wait for a thread.
    package var waiting: Int {
        state.withLock { $0.pending.count - $0.firstPending }
    }

    /// Returns what `work` returns, computed on one of the threads.
    package func run<Value: Sendable, Failure: Error>(
        _ work: @escaping @Sendable () throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let outcome: Result<Value, Failure> = await withCheckedContinuation { continuation in
            submit {
                let outcome: Result<Value, Failure>
                do throws(Failure) {
                    outcome = .success(try work())
                } catch {
                    outcome = .failure(error)
                }
                continuation.resume(returning: outcome)
            }
        }
        return try outcome.get()
    }

    private func submit(_ work: @escaping Work) {
        let thread = state.withLock { state -> DispatchQueue? in
            guard let thread = state.idle.popLast() else {
                state.pending.append(work)
                return nil
            }
            return thread
        }
        thread?.async { [self] in drain(startingWith: work, on: thread) }
    }

    private func drain(startingWith work: Work, on thread: DispatchQueue?) {
        work()
        while let next = next(orRest: thread) { next() }
    }

    private func next(orRest thread: DispatchQueue?) -> Work? {
        state.withLock { state in
            guard state.firstPending < state.pending.count else {
                state.pending.removeAll(keepingCapacity: true)
                state.firstPending = 0
                if let thread { state.idle.append(thread) }
                return nil
            }
            let work = state.pending[state.firstPending]
            state.pending[state.firstPending] = {}
            state.firstPending += 1
            if state.firstPending > 1024 {
                state.pending.removeFirst(state.firstPending)
                state.firstPending = 0
            }
            return work
        }
    }
}
