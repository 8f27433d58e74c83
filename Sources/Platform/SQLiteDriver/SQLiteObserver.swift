internal import Database
private import Foundation
internal import GRDB

/// A read-only connection beside the pool's, in no transaction of its own: it never holds the journal back for longer
/// than a statement, and no long report makes it wait.
final class SQLiteObserver: SQLObserver {
    private let connection: GRDBQueue

    /// - Throws: `DatabaseError.unusable`.
    init(path: String) throws {
        do {
            var configuration = SQLiteFile.configuration(readers: 1)
            configuration.readonly = true
            connection = try GRDBQueue(path: path, configuration: configuration)
        } catch {
            throw SQLiteFailure.opening(path, error)
        }
    }

    func observe<Answer: Sendable>(
        _ body: @escaping @Sendable (any SQLReader) throws -> Answer
    ) async throws -> Answer {
        try await withCheckedContinuation { continuation in
            // Not `asyncRead`: on a closed queue it ends the process.
            connection.asyncWriteWithoutTransaction { connection in
                continuation.resume(
                    returning: Result {
                        guard connection.sqliteConnection != nil else { throw SQLiteFailure.closed }
                        return try SQLiteDatabase.run(body, in: SQLiteSession(connection))
                    }
                    .mapError(SQLiteFailure.translate)
                )
            }
        }
        .get()
    }

    func close() throws {
        try connection.close()
    }
}
