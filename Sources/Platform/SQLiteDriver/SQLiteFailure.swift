internal import Database
private import GRDB
private import GRDBSQLite

/// SQLite's result codes in the words of `DatabaseError`.
enum SQLiteFailure {
    static let closed = DatabaseError.connectionLost("the database is closed")

    /// Translates what GRDB throws; every other error stays what it is.
    static func translate(_ error: any Error) -> any Error {
        guard let error = error as? GRDBError else { return error }
        return self.error(
            error.extendedResultCode.rawValue,
            error.message ?? "code \(error.extendedResultCode.rawValue)",
            statement: error.sql ?? ""
        )
    }

    static func error(_ extended: Int32, _ message: String, statement: String) -> DatabaseError {
        switch extended {
        case 2067, 1555, 2579: return .uniqueViolation(key: subject(message))
        case 787: return .foreignKeyViolation(message)
        // CHECK, NOT NULL, trigger, data type.
        case 275, 1299, 1811, 3091: return .checkViolation(subject(message))
        // The writing, flushing and truncating members of the input/output family.
        case 778, 1034, 1290, 1546, 4106: return .flushFailed("\(message) (\(extended))")
        default: break
        }
        switch extended & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED: return .busy(message)
        case SQLITE_FULL: return .storageFull(message)
        case SQLITE_CORRUPT, SQLITE_IOERR: return .unusable(.damaged("\(message) (\(extended))"))
        case SQLITE_NOTADB: return .unusable(.notADatabase(path: message))
        case SQLITE_READONLY: return .statement("read-only: \(message) (\(extended)): \(statement)")
        case SQLITE_MISUSE, SQLITE_CANTOPEN: return .connectionLost("\(message) (\(extended))")
        default: return .statement("\(message) (\(extended)): \(statement)")
        }
    }

    /// Turns what a statement would call its failure into what it means for a file that is being opened.
    static func opening(_ path: String, _ error: any Error) -> any Error {
        guard let error = error as? GRDBError else { return translate(error) }
        switch error.resultCode {
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: return DatabaseError.unusable(.readOnly(path: path))
        case .SQLITE_NOTADB: return DatabaseError.unusable(.notADatabase(path: path))
        default: return translate(error)
        }
    }

    /// Returns what stands behind the colon of `UNIQUE constraint failed: event.realm, event.position`.
    private static func subject(_ message: String) -> String {
        guard let colon = message.firstRange(of: ": ") else { return message }
        return String(message[colon.upperBound...])
    }
}
