internal import Database
private import Dispatch
private import Foundation
private import Synchronization

/// Flushes the journal beside the writer, so that the next transaction runs while the last becomes durable.
///
/// SQLite commits by writing to the journal without flushing it (`synchronous = NORMAL`): what was committed is seen at
/// once and survives the end of the process, but not a power cut. Whoever commits or reads here is answered only after
/// a flush that began behind the last commit that can have been seen. A journal is read up to its first gap, so what is
/// flushed is everything before; and SQLite itself flushes the journal before it moves pages out of it.
///
/// A flush that failed is not tried again: nobody is answered any more, and the process must end.
final class SQLiteFlusher: Sendable {
    private struct Waiting {
        let commit: Int
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        /// Commits that may be seen by others, counted before they can be.
        var begun = 0
        /// Those of them that are wholly in the journal, or were rolled back.
        var written = 0
        var flushed = 0
        var isFlushing = false
        var failure: DatabaseError?
        var waiting: [Waiting] = []
    }

    private let journal: Int32
    private let flush: SQLiteDatabase.Flush
    private let queue = DispatchQueue(label: "hengjian.sqlite.flush", qos: .userInitiated)
    private let state = Mutex(State())

    /// Opens the journal of the database at `path`, which must have been written once, and flushes what a process that was
    /// killed may have left in it: it is seen from now on.
    ///
    /// The descriptor is kept as long as the database is open: it must have been there when a write fails behind our
    /// back, or the system would not tell. SQLite holds no locks on the journal that closing it could drop.
    init(path: String, flush: @escaping SQLiteDatabase.Flush) throws {
        journal = open(path + "-wal", O_RDWR | O_CLOEXEC)
        guard journal >= 0 else { throw DatabaseError.unusable(.missing(path: path + "-wal")) }
        self.flush = flush
        guard flush(journal) == 0 else { throw Self.refusal() }
    }

    deinit { close(journal) }

    /// Flushes the journal of a database that another process writes; there is none while nobody does.
    static func flushJournal(of path: String) throws {
        let journal = open(path + "-wal", O_RDONLY | O_CLOEXEC)
        guard journal >= 0 else { return }
        defer { close(journal) }
        guard fdatasync(journal) == 0 else { throw refusal() }
    }

    /// Why the system refused the last call.
    private static func refusal() -> DatabaseError { .flushFailed(String(cString: strerror(errno))) }

    /// Runs `commit`, which makes one transaction visible to others, and returns its number.
    func counting(_ commit: () throws -> Void) rethrows -> Int {
        let number = state.withLock { state in
            state.begun += 1
            return state.begun
        }
        defer { written(number) }
        try commit()
        return number
    }

    /// Returns once the commit of this number, and all before it, are durable.
    func durable(_ commit: Int) async throws {
        try await withCheckedThrowingContinuation { continuation in
            let answer = state.withLock { state -> Result<Void, any Error>? in
                if let failure = state.failure { return .failure(failure) }
                guard state.flushed < commit else { return .success(()) }
                state.waiting.append(Waiting(commit: commit, continuation: continuation))
                return nil
            }
            if let answer { continuation.resume(with: answer) }
        }
    }

    /// Returns once everything that can have been read by now is durable.
    func everythingSeen() async throws {
        try await durable(state.withLock(\.begun))
    }

    private func written(_ commit: Int) {
        let isIdle = state.withLock { state in
            state.written = commit
            defer { state.isFlushing = true }
            return !state.isFlushing
        }
        if isIdle { queue.async { self.flushAll() } }
    }

    /// Flushes until nothing is left that was written behind the last flush.
    private func flushAll() {
        while true {
            let written = state.withLock { $0.written }
            let refusal = flush(journal) == 0 ? nil : Self.refusal()
            let (answered, answer, isDone) = state.withLock { state in
                state.failure = state.failure ?? refusal
                state.flushed = written
                let failure = state.failure
                let isDone = failure != nil || state.written == written
                state.isFlushing = !isDone
                let answered = state.waiting.filter { failure != nil || $0.commit <= written }
                state.waiting.removeAll { failure != nil || $0.commit <= written }
                return (answered, failure.map { Result<Void, any Error>.failure($0) } ?? .success(()), isDone)
            }
            for waiting in answered { waiting.continuation.resume(with: answer) }
            if isDone { return }
        }
    }
}
