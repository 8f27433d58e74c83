internal import Database
private import Synchronization

/// A few connections and the transactions that wait for one, first come, first served.
final class PostgresPool: Sendable {
    typealias Job = @Sendable (Result<PostgresConnection, any Error>) -> Void

    private struct State {
        /// The one used last is taken first: its statements are prepared.
        var idle: [PostgresConnection] = []
        var opened = 0
        /// In order of arrival from `served` on.
        var waiting: [Job] = []
        var served = 0
        var isClosed = false
        var closing: [CheckedContinuation<Void, Never>] = []

        mutating func nextWaiting() -> Job? {
            guard served < waiting.count else { return nil }
            let job = waiting[served]
            served += 1
            if served == waiting.count {
                waiting.removeAll(keepingCapacity: true)
                served = 0
            }
            return job
        }
    }

    private let settings: PostgresSettings
    private let state = Mutex(State())

    init(_ settings: PostgresSettings) {
        self.settings = settings
    }

    /// Runs `job` on the thread of a connection as soon as one is free.
    func submit(_ job: @escaping Job) {
        enum Turn {
            case now(PostgresConnection)
            case later
            case never
        }
        let turn = state.withLock { state -> Turn in
            guard !state.isClosed else { return .never }
            if let connection = state.idle.popLast() { return .now(connection) }
            if state.opened < settings.connections {
                state.opened += 1
                return .now(PostgresConnection(settings))
            }
            state.waiting.append(job)
            return .later
        }
        switch turn {
        case .now(let connection): connection.async { self.work(job, on: $0) }
        case .later: break
        case .never: job(.failure(DatabaseError.connectionLost("the database is closed")))
        }
    }

    /// Serves the job and then all who wait, without leaving the thread.
    private func work(_ first: @escaping Job, on connection: PostgresConnection) {
        var job: Job? = first
        while let current = job {
            current(.success(connection))
            job = state.withLock { state in
                if let next = state.nextWaiting() { return next }
                if state.isClosed { state.opened -= 1 } else { state.idle.append(connection) }
                return nil
            }
        }
        finishClosing()
    }

    /// Lets what runs and waits come to its end, takes nothing new, and ends every connection.
    func close() async {
        await withCheckedContinuation { continuation in
            state.withLock { state in
                state.isClosed = true
                state.opened -= state.idle.count
                state.idle.removeAll()
                state.closing.append(continuation)
            }
            finishClosing()
        }
    }

    private func finishClosing() {
        let done = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            guard state.isClosed, state.opened == 0 else { return [] }
            defer { state.closing.removeAll() }
            return state.closing
        }
        for continuation in done { continuation.resume() }
    }
}
