internal import Database
private import Foundation
private import GRDBSQLite

/// How a value enters a statement and leaves an answer.
enum SQLiteBinding {
    /// Tells SQLite to copy what it is given.
    private static var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    /// Binds the value and returns SQLite's result code.
    ///
    /// - Throws: `DatabaseError.statement` for text with a NUL and for a number that is none: PostgreSQL has no
    ///   place for the first, SQLite none for the second.
    static func bind(_ value: SQLValue, at position: Int32, of handle: OpaquePointer) throws -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, position)
        case .integer(let value): return sqlite3_bind_int64(handle, position, value)
        case .real(let value):
            guard !value.isNaN else { throw DatabaseError.statement("a parameter is not a number") }
            return sqlite3_bind_double(handle, position, value)
        case .text(var value):
            return try value.withUTF8 { bytes in
                // A null pointer would bind NULL.
                guard let start = bytes.baseAddress, !bytes.isEmpty else {
                    return sqlite3_bind_text(handle, position, "", 0, transient)
                }
                guard memchr(start, 0, bytes.count) == nil else {
                    throw DatabaseError.statement("a text parameter holds a NUL")
                }
                return sqlite3_bind_text64(
                    handle,
                    position,
                    start,
                    UInt64(bytes.count),
                    transient,
                    UInt8(SQLITE_UTF8)
                )
            }
        case .blob(let value):
            return value.withUnsafeBytes { bytes in
                guard let start = bytes.baseAddress, !bytes.isEmpty else {
                    return sqlite3_bind_zeroblob(handle, position, 0)
                }
                return sqlite3_bind_blob64(handle, position, start, UInt64(bytes.count), transient)
            }
        }
    }

    /// Returns the column of the row the statement stands on.
    static func value(of handle: OpaquePointer, at column: Int32) -> SQLValue {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, column))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(handle, column) else { return .text("") }
            let count = Int(sqlite3_column_bytes(handle, column))
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            guard let start = sqlite3_column_blob(handle, column) else { return .blob([]) }
            let count = Int(sqlite3_column_bytes(handle, column))
            return .blob([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
        default: return .null
        }
    }
}
