/// Reads within one consistent snapshot.
package protocol SQLReader {
    func rows(_ sql: SQL) throws -> [Row]
}

extension SQLReader {
    package func firstRow(_ sql: SQL) throws -> Row? { try rows(sql).first }

    /// Returns the first column of the first row.
    package func value<Value: SQLConvertible>(_ sql: SQL) throws -> Value? {
        guard let row = try rows(sql).first else { return nil }
        return try row[0]
    }
}

/// Reads and writes within one transaction.
package protocol SQLWriter: SQLReader {
    /// Runs the statement and returns how many rows it changed.
    @discardableResult
    func execute(_ sql: SQL) throws -> Int

    /// Runs the statements in order, as one round where the engine can: SQLite repeats prepared statements,
    /// PostgreSQL pipelines them. Answers are not looked at, errors are thrown.
    func executeMany(_ statements: [SQL]) throws
}

/// A database: embedded SQLite or a PostgreSQL server behind the same few calls.
///
/// Bodies run synchronously on the driver's own thread, never on the cooperative pool; they may run again after
/// `busy`, so they touch nothing but the database.
///
/// Nobody is told what a power cut could still take back: neither by `read` nor by `write`.
package protocol SQLDatabase: Sendable {
    var engine: DatabaseEngine { get }

    /// Runs `body` in a read-only snapshot and returns once everything it can have seen is durable.
    func read<Answer: Sendable>(_ body: @escaping @Sendable (any SQLReader) throws -> Answer) async throws -> Answer

    /// Runs `body` in a write transaction and returns once it is committed, which may be before it is durable: the next
    /// transaction sees it and can run while it is flushed. Anything thrown rolls it back.
    func commit<Answer: Sendable>(
        _ body: @escaping @Sendable (any SQLWriter) throws -> Answer
    ) async throws -> Committed<Answer>

    /// Returns a connection beside all others, for who decides the next transaction while one is being written; `nil`
    /// where there is only one connection.
    func observer() async throws -> (any SQLObserver)?

    /// Returns what the database says of its own durability, for the log at start and for `doctor`.
    func durability() async throws -> String

    /// Copies the whole database to a file while it is in use.
    func backup(to path: String) async throws

    func close() async
}

extension SQLDatabase {
    /// Runs `body` in a write transaction and returns once it is durable; anything thrown rolls it back.
    package func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any SQLWriter) throws -> Answer
    ) async throws -> Answer {
        try await commit(body).durable()
    }
}

/// Sees what is committed, each statement for itself, on a connection that nobody else makes wait.
///
/// What it sees may not be durable yet: whoever tells of it waits for a later commit to be.
package protocol SQLObserver: Sendable {
    /// Runs `body` on the observer's own thread, which it may block; a statement that failed spoils the answer.
    func observe<Answer: Sendable>(
        _ body: @escaping @Sendable (any SQLReader) throws -> Answer
    ) async throws -> Answer
}

/// The answer of a committed transaction, which is not to be had before it is durable.
package struct Committed<Answer: Sendable>: Sendable {
    private let answer: Answer
    private let flush: @Sendable () async throws -> Void

    /// Keeps `answer` until `flush` has returned, by default until it is asked for.
    package init(_ answer: Answer, flush: @escaping @Sendable () async throws -> Void = {}) {
        self.answer = answer
        self.flush = flush
    }

    /// The answer before the flush: for what the next transaction builds on, and for nobody else to be told.
    package var unflushed: Answer { answer }

    /// Returns the same with `transform` applied to the answer.
    package func map<Other: Sendable>(_ transform: (Answer) -> Other) -> Committed<Other> {
        Committed<Other>(transform(answer), flush: flush)
    }

    /// Returns the answer once the transaction is durable.
    ///
    /// - Throws: `DatabaseError.flushFailed`: what was committed may be lost, and the process must end.
    package func durable() async throws -> Answer {
        try await flush()
        return answer
    }
}

package enum DatabaseEngine: String, Sendable {
    case sqlite
    case postgres
}
