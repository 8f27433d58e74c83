internal import Database
private import Synchronization

/// A connection beside the pool's, in no transaction of its own.
final class PostgresObserver: SQLObserver {
    private let connection: PostgresConnection
    private let isClosed = Atomic(false)

    init(_ settings: PostgresSettings) {
        connection = PostgresConnection(settings)
    }

    func observe<Answer: Sendable>(
        _ body: @escaping @Sendable (any SQLReader) throws -> Answer
    ) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            connection.async { [self] connection in
                continuation.resume(
                    with: Result {
                        guard !isClosed.load(ordering: .acquiring) else {
                            throw DatabaseError.connectionLost("the database is closed")
                        }
                        let observation = PostgresObservation(connection)
                        let answer = try body(observation)
                        if let failure = observation.failure { throw failure }
                        return answer
                    }
                )
            }
        }
    }

    func close() async {
        await withCheckedContinuation { continuation in
            connection.async { [self] connection in
                isClosed.store(true, ordering: .releasing)
                connection.disconnect()
                continuation.resume()
            }
        }
    }
}

/// What one body of an observer asks; once a question failed, all that follow do.
private final class PostgresObservation: SQLReader {
    private let connection: PostgresConnection
    private(set) var failure: (any Error)?

    init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    func rows(_ sql: SQL) throws -> [Row] {
        if let failure { throw failure }
        do {
            return try ask(sql)
        } catch {
            let translated = (error as? PostgresFailure)?.error ?? error
            failure = translated
            throw translated
        }
    }

    /// Asks again once where the connection had died while it was idle, or the schema moved under a prepared statement.
    private func ask(_ sql: SQL) throws -> [Row] {
        try connection.connect()
        do {
            return try connection.rows(sql)
        } catch let failure as PostgresFailure {
            switch failure.remedy {
            case .none, .repeatTransaction: throw failure
            case .prepareAgain: try connection.forgetStatements()
            case .reconnect:
                connection.disconnect()
                try connection.connect()
            }
            return try connection.rows(sql)
        }
    }
}
