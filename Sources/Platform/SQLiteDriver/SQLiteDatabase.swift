package import Database
private import Foundation
internal import GRDB
private import Synchronization

/// The embedded database: one writer, a few readers, each on a thread of its own.
package final class SQLiteDatabase: SQLDatabase {
    /// How a file is opened.
    package enum Mode: Sendable {
        /// Makes the file when there is none; takes the writer's lock.
        case create
        /// Refuses when there is none; takes the writer's lock.
        case existing
        /// Takes no lock and changes nothing.
        case readOnly
    }

    /// Flushes the file of a descriptor; 0 when the medium has it, as `fdatasync` does.
    package typealias Flush = @Sendable (_ descriptor: Int32) -> Int32

    package let engine = DatabaseEngine.sqlite
    private let connections: any GRDBWriter
    private let file: SQLiteFile?
    private let checkpointer: SQLiteCheckpointer?
    private let flusher: SQLiteFlusher?
    /// `nil` once the database is closed.
    private let observers = Mutex<[SQLiteObserver]?>([])

    private init(
        _ connections: any GRDBWriter,
        file: SQLiteFile? = nil,
        checkpointer: SQLiteCheckpointer? = nil,
        flusher: SQLiteFlusher? = nil
    ) {
        self.connections = connections
        self.file = file
        self.checkpointer = checkpointer
        self.flusher = flusher
    }

    /// Opens the database at `path`, journalled ahead, and flushed before anybody is answered.
    ///
    /// - Parameters:
    ///   - path: the file; its folder must exist.
    ///   - mode: whether it may be made, and whether it is written.
    ///   - address: where this process takes commands, for others that find the database locked.
    ///   - readers: how many snapshots can be read at once.
    ///   - flush: how the journal is flushed; tests stop it, refuse it, and watch it.
    /// - Returns: a database that is known to flush its journal before pages leave it.
    /// - Throws: `DatabaseError.unusable`, `DatabaseError.busy`.
    package static func open(
        path: String,
        mode: Mode,
        address: String = "",
        readers: Int = 4,
        flush: @escaping Flush = { fdatasync($0) }
    ) async throws -> SQLiteDatabase {
        try await blockingCall {
            let file = try SQLiteFile(path: path, mode: mode, address: address)
            let connections = try file.connect(readers: readers)
            return SQLiteDatabase(
                connections,
                file: file,
                checkpointer: try file.checkpointer(for: connections),
                flusher: try file.flusher(flush)
            )
        }
    }

    /// Makes an empty database in memory, for tests; reads and writes take turns.
    package static func inMemory() async throws -> SQLiteDatabase {
        try await blockingCall {
            SQLiteDatabase(try GRDBQueue(configuration: SQLiteFile.configuration(readers: 1)))
        }
    }

    package func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any SQLReader) throws -> Answer
    ) async throws -> Answer {
        let answer = await readSnapshot(body)
        // A refusal, too, tells of what was there.
        try await everythingSeen()
        return try answer.get()
    }

    package func commit<Answer: Sendable>(
        _ body: @escaping @Sendable (any SQLWriter) throws -> Answer
    ) async throws -> Committed<Answer> {
        switch await transact(body) {
        case .success((let answer, let number)):
            return Committed(answer) { [flusher] in try await flusher?.durable(number) }
        case .failure(let error):
            try await everythingSeen()
            throw error
        }
    }

    /// Returns once everything that can have been read by now is durable, whoever wrote it.
    private func everythingSeen() async throws {
        if let flusher {
            try await flusher.everythingSeen()
        } else if let file {
            try await blockingCall { try SQLiteFlusher.flushJournal(of: file.path) }
        }
    }

    private func readSnapshot<Answer: Sendable>(
        _ body: @escaping @Sendable (any SQLReader) throws -> Answer
    ) async -> Result<Answer, any Error> {
        // The calls with a callback, because GRDB's `async` ones may report a finished transaction as cancelled.
        await withCheckedContinuation { continuation in
            if let pool = connections as? GRDBPool {
                pool.asyncRead { connection in
                    continuation.resume(
                        returning: Result { try Self.run(body, in: SQLiteSession(connection.get())) }
                            .mapError(SQLiteFailure.translate)
                    )
                }
            } else {
                // Not `asyncRead`: on a closed queue it ends the process.
                connections.asyncWriteWithoutTransaction { connection in
                    continuation.resume(
                        returning: Result { try Self.snapshot(connection, body) }.mapError(SQLiteFailure.translate)
                    )
                }
            }
        }
    }

    /// Returns the answer and the number of the commit.
    private func transact<Answer: Sendable>(
        _ body: @escaping @Sendable (any SQLWriter) throws -> Answer
    ) async -> Result<(Answer, Int), any Error> {
        await withCheckedContinuation { [flusher] continuation in
            connections.asyncWriteWithoutTransaction { connection in
                continuation.resume(
                    returning: Result { try Self.transaction(connection, flusher, body) }
                        .mapError(SQLiteFailure.translate)
                )
            }
        }
    }

    private static func transaction<Answer>(
        _ connection: GRDBConnection,
        _ flusher: SQLiteFlusher?,
        _ body: (any SQLWriter) throws -> Answer
    ) throws -> (Answer, Int) {
        guard connection.sqliteConnection != nil else { throw SQLiteFailure.closed }
        // Prepared once, as everything else: GRDB would compile its own words for them in every transaction.
        let session = SQLiteSession(connection)
        try session.execute("BEGIN IMMEDIATE")
        do {
            let answer = try run(body, in: session)
            let commit = { _ = try session.execute("COMMIT") }
            guard let flusher else {
                try commit()
                return (answer, 0)
            }
            return (answer, try flusher.counting(commit))
        } catch {
            // After some failures (a full disk) SQLite has rolled back by itself.
            if connection.isInsideTransaction { try connection.rollback() }
            throw error
        }
    }

    private static func snapshot<Answer>(
        _ connection: GRDBConnection,
        _ body: (any SQLReader) throws -> Answer
    ) throws -> Answer {
        guard connection.sqliteConnection != nil else { throw SQLiteFailure.closed }
        return try connection.readOnly {
            try connection.beginTransaction(.deferred)
            defer { try? connection.rollback() }
            return try run(body, in: SQLiteSession(connection))
        }
    }

    static func run<Answer>(
        _ body: (any SQLWriter) throws -> Answer,
        in session: SQLiteSession
    ) throws -> Answer {
        let answer = try body(session)
        if let failure = session.failure { throw failure }
        return answer
    }

    package func observer() async throws -> (any SQLObserver)? {
        guard let file else { return nil }
        let observer = try await blockingCall { try SQLiteObserver(path: file.path) }
        let isOpen = observers.withLock { observers in
            observers?.append(observer)
            return observers != nil
        }
        if isOpen { return observer }
        try? await blockingCall { try observer.close() }
        return nil
    }

    package func durability() async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            connections.asyncWriteWithoutTransaction { connection in
                continuation.resume(
                    with: Result { try SQLiteFile.durability(connection) }.mapError(SQLiteFailure.translate)
                )
            }
        }
    }

    /// Walks through every page, for `doctor`; takes long on a large database.
    ///
    /// - Returns: the faults found, none when the database is sound.
    package func quickCheck() async throws -> [String] {
        do {
            let faults = try await read { reader in
                try reader.rows("PRAGMA quick_check").map { row in try row[0] as String }.filter { $0 != "ok" }
            }
            guard faults.isEmpty else { return faults }
            return try await read { reader in
                try reader.rows("PRAGMA foreign_key_check").map { row in
                    "a row of \(try row[0] as String) refers to a missing one of \(try row[2] as String)"
                }
            }
        } catch DatabaseError.unusable(.damaged(let fault)) {
            return [fault]
        }
    }

    /// Records in the lock file where this process takes commands.
    package func announce(address: String) {
        file?.lock?.write(address: address)
    }

    package func backup(to path: String) async throws {
        let connections = self.connections
        try await blockingCall { try SQLiteBackup.copy(connections, to: path) }
        try await everythingSeen()
    }

    package func close() async {
        // Statements still running end first; what cannot be closed now is closed with the last reference.
        let (connections, checkpointer) = (self.connections, self.checkpointer)
        let observers = observers.withLock { observers in
            defer { observers = nil }
            return observers ?? []
        }
        try? await blockingCall {
            for observer in observers { try? observer.close() }
            // The last to let go moves what is left of the journal, which readers are not allowed to.
            defer { checkpointer?.close() }
            try connections.close()
        }
        file?.release()
    }
}
