internal import Database
private import Dispatch
private import Foundation

/// One transaction on one connection.
///
/// A statement that failed spoils it: what follows throws the same error, and the transaction is rolled back
/// although the body may have caught it.
final class PostgresTransaction: SQLWriter {
    enum Kind: String {
        case read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case write = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
    }

    private static let attempts = 4

    private let connection: PostgresConnection
    private var failure: PostgresFailure?

    private init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    /// Runs `body` between BEGIN and COMMIT; again when the server made it a victim of others.
    static func run<Answer>(
        _ kind: Kind,
        on connection: PostgresConnection,
        _ body: (PostgresTransaction) throws -> Answer
    ) throws -> Answer {
        for attempt in 1... {
            do {
                return try runOnce(kind, on: connection, body)
            } catch let failure as PostgresFailure {
                guard attempt < attempts else { throw failure.error }
                switch failure.remedy {
                case .none, .reconnect: throw failure.error
                case .prepareAgain: try connection.forgetStatements()
                // On the connection's own thread; the longer, the more are in each other's way.
                case .repeatTransaction: usleep(UInt32.random(in: 1_000...5_000) << UInt32(attempt))
                }
            }
        }
        throw DatabaseError.busy("transaction given up")
    }

    private static func runOnce<Answer>(
        _ kind: Kind,
        on connection: PostgresConnection,
        _ body: (PostgresTransaction) throws -> Answer
    ) throws -> Answer {
        try begin(kind, on: connection)
        let transaction = PostgresTransaction(connection)
        let answer: Answer
        do {
            answer = try body(transaction)
            try transaction.settle()
        } catch {
            rollBack(connection)
            throw transaction.failure ?? error
        }
        try commit(kind, on: connection)
        return answer
    }

    /// A connection that died while it was idle shows here, where nothing is lost yet.
    private static func begin(_ kind: Kind, on connection: PostgresConnection) throws {
        let isNew = try connection.connect()
        do {
            try connection.command(kind.rawValue)
        } catch let failure as PostgresFailure {
            connection.disconnect()
            guard !isNew else { throw failure }
            try connection.connect()
            try connection.command(kind.rawValue)
        }
    }

    private static func commit(_ kind: Kind, on connection: PostgresConnection) throws {
        do {
            let outcome = try connection.command("COMMIT")
            guard outcome == "COMMIT" else {
                throw PostgresFailure(.statement("expected COMMIT, found \(outcome)"), .none)
            }
        } catch let failure as PostgresFailure {
            guard case .connectionLost(let message) = failure.error else { throw failure }
            connection.disconnect()
            switch kind {
            // Everything was read in one snapshot.
            case .read: break
            case .write: throw PostgresFailure(.commitOutcomeUnknown(message), .none)
            }
        }
    }

    /// A connection on which even this fails is not used again.
    private static func rollBack(_ connection: PostgresConnection) {
        do {
            // What is still to be answered is of no interest any more.
            try? connection.settle()
            try connection.command("ROLLBACK")
        } catch {
            connection.disconnect()
        }
    }

    func rows(_ sql: SQL) throws -> [Row] {
        try guarded { try connection.rows(sql) }
    }

    @discardableResult
    func execute(_ sql: SQL) throws -> Int {
        try guarded { try connection.execute(sql) }
    }

    func executeMany(_ statements: [SQL]) throws {
        try guarded { try connection.executeMany(statements) }
    }

    /// Waits for the answers to everything that was sent; afterwards nothing but COMMIT can fail.
    private func settle() throws {
        try guarded { try connection.settle() }
    }

    private func guarded<Answer>(_ body: () throws -> Answer) throws -> Answer {
        if let failure { throw failure.error }
        do {
            return try body()
        } catch let failure as PostgresFailure {
            self.failure = failure
            throw failure.error
        } catch let error as DatabaseError {
            failure = PostgresFailure(error, .none)
            throw error
        }
    }
}
