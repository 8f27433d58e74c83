internal import Database
internal import GRDB
private import GRDBSQLite

/// One transaction on one connection; statements are prepared once a connection and bound without detours.
///
/// As on PostgreSQL, a statement that failed spoils its transaction: what follows throws the same error, and the
/// transaction is rolled back although the body may have caught it.
final class SQLiteSession: SQLWriter {
    private let connection: GRDBConnection
    private(set) var failure: (any Error)?

    init(_ connection: GRDBConnection) {
        self.connection = connection
    }

    func rows(_ sql: SQL) throws -> [Row] {
        try guarded {
            let statement = try connection.cachedStatement(sql: sql.text)
            let columns = Columns(statement.columnNames)
            let handle = statement.sqliteStatement
            var rows: [Row] = []
            try run(handle, sql) {
                rows.append(Row(columns: columns, values: Self.values(handle, count: columns.names.count)))
            }
            return rows
        }
    }

    @discardableResult
    func execute(_ sql: SQL) throws -> Int {
        try guarded {
            let before = sqlite3_total_changes64(connection.sqliteConnection)
            try run(connection.cachedStatement(sql: sql.text).sqliteStatement, sql) {}
            // `changes` still holds the number of an earlier statement when this one changed nothing.
            let changed = sqlite3_total_changes64(connection.sqliteConnection) != before
            return changed ? Int(sqlite3_changes64(connection.sqliteConnection)) : 0
        }
    }

    func executeMany(_ statements: [SQL]) throws {
        try guarded {
            var text: String?
            var handle: OpaquePointer?
            for sql in statements {
                if sql.text != text {
                    handle = try connection.cachedStatement(sql: sql.text).sqliteStatement
                    text = sql.text
                }
                if let handle { try run(handle, sql) {} }
            }
        }
    }

    private func guarded<Answer>(_ body: () throws -> Answer) throws -> Answer {
        if let failure { throw failure }
        do {
            return try body()
        } catch {
            let translated = SQLiteFailure.translate(error)
            failure = translated
            throw translated
        }
    }

    /// Binds, steps to the end and leaves the statement ready for its next use.
    private func run(_ handle: OpaquePointer, _ sql: SQL, onRow: () -> Void) throws {
        let expected = Int(sqlite3_bind_parameter_count(handle))
        guard expected == sql.values.count else {
            throw DatabaseError.statement("expected \(expected) parameters, found \(sql.values.count): \(sql.text)")
        }
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        for (index, value) in sql.values.enumerated() {
            let code = try SQLiteBinding.bind(value, at: Int32(index + 1), of: handle)
            guard code == SQLITE_OK else { throw failure(code, sql) }
        }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: onRow()
            case SQLITE_DONE: return
            case let code: throw failure(code, sql)
            }
        }
    }

    private func failure(_ code: Int32, _ sql: SQL) -> DatabaseError {
        let extended = sqlite3_extended_errcode(connection.sqliteConnection)
        let message = sqlite3_errmsg(connection.sqliteConnection).map { String(cString: $0) } ?? ""
        return SQLiteFailure.error(extended == SQLITE_OK ? code : extended, message, statement: sql.text)
    }

    private static func values(_ handle: OpaquePointer, count: Int) -> [SQLValue] {
        [SQLValue](unsafeUninitializedCapacity: count) { buffer, initialized in
            for column in 0..<count {
                buffer.initializeElement(at: column, to: SQLiteBinding.value(of: handle, at: Int32(column)))
            }
            initialized = count
        }
    }
}
