package import Database
private import Synchronization

/// A database on a PostgreSQL server: a few connections, each on a thread of its own.
package final class PostgresDatabase: SQLDatabase {
    package let engine = DatabaseEngine.postgres
    private let settings: PostgresSettings
    private let pool: PostgresPool
    /// `nil` once the database is closed.
    private let observers = Mutex<[PostgresObserver]?>([])

    private init(_ settings: PostgresSettings) {
        self.settings = settings
        pool = PostgresPool(settings)
    }

    /// Connects, makes the schema when it is missing, and asserts that a commit is a flush.
    ///
    /// - Throws: `DatabaseError.unusable` with `.unreachable` or `.notDurable`.
    package static func open(_ settings: PostgresSettings) async throws -> PostgresDatabase {
        let database = PostgresDatabase(settings)
        do {
            try await database.onConnection { connection in
                try connection.connect()
                try PostgresDurability(connection).assert()
                if let schema = settings.quotedSchema {
                    try connection.command("CREATE SCHEMA IF NOT EXISTS \(schema)")
                }
            }
            return database
        } catch DatabaseError.connectionLost(let message) {
            await database.close()
            throw DatabaseError.unusable(.unreachable(message))
        } catch {
            await database.close()
            throw error
        }
    }

    package func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any SQLReader) throws -> Answer
    ) async throws -> Answer {
        try await onConnection { try PostgresTransaction.run(.read, on: $0, body) }
    }

    /// The server answers COMMIT only after its flush.
    package func commit<Answer: Sendable>(
        _ body: @escaping @Sendable (any SQLWriter) throws -> Answer
    ) async throws -> Committed<Answer> {
        Committed(try await onConnection { try PostgresTransaction.run(.write, on: $0, body) })
    }

    package func observer() async throws -> (any SQLObserver)? {
        let observer = PostgresObserver(settings)
        return observers.withLock { observers in
            observers?.append(observer)
            return observers == nil ? nil : observer
        }
    }

    package func durability() async throws -> String {
        try await onConnection { connection in
            try connection.connect()
            return try PostgresDurability(connection).description
        }
    }

    package func backup(to path: String) async throws {
        let backup = PostgresBackup(settings)
        try await blockingCall { try backup.dump(to: path) }
    }

    package func close() async {
        await pool.close()
        let observers = observers.withLock { observers in
            defer { observers = nil }
            return observers ?? []
        }
        for observer in observers { await observer.close() }
    }

    private func onConnection<Answer: Sendable>(
        _ body: @escaping @Sendable (PostgresConnection) throws -> Answer
    ) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            pool.submit { connection in
                continuation.resume(
                    with: Result { try body(connection.get()) }
                        .mapError { error in (error as? PostgresFailure)?.error ?? error }
                )
            }
        }
    }
}
