internal import Database
private import Foundation
internal import GRDB
private import Synchronization

/// A database file that was found fit to be opened, with the writer's lock on it.
final class SQLiteFile: Sendable {
    let path: String
    private let mode: SQLiteDatabase.Mode
    private let held: Mutex<SQLiteLock?>

    var lock: SQLiteLock? { held.withLock { $0 } }

    /// Looks at the file, without reading it: closing a descriptor of our own would drop SQLite's locks on it.
    init(path: String, mode: SQLiteDatabase.Mode, address: String) throws {
        let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        self.path = url.path
        self.mode = mode
        try Self.inspect(url, mode)
        switch mode {
        case .create, .existing: held = Mutex(try SQLiteLock(besides: url.path, address: address))
        case .readOnly: held = Mutex(nil)
        }
    }

    func release() {
        held.withLock { $0 = nil }
    }

    private static func inspect(_ url: URL, _ mode: SQLiteDatabase.Mode) throws {
        let folder = url.deletingLastPathComponent().path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw DatabaseError.unusable(.missing(path: folder))
        }
        var status = stat()
        guard stat(url.path, &status) == 0 else {
            switch mode {
            case .create: break
            case .existing, .readOnly: throw DatabaseError.unusable(.missing(path: url.path))
            }
            guard access(folder, W_OK) == 0 else { throw DatabaseError.unusable(.readOnly(path: folder)) }
            return
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw DatabaseError.unusable(.notADatabase(path: url.path)) }
        switch mode {
        case .create: break
        case .existing, .readOnly:
            guard status.st_size > 0 else { throw DatabaseError.unusable(.notADatabase(path: url.path)) }
        }
        switch mode {
        case .create, .existing:
            guard access(url.path, W_OK) == 0 else { throw DatabaseError.unusable(.readOnly(path: url.path)) }
            guard access(folder, W_OK) == 0 else { throw DatabaseError.unusable(.readOnly(path: folder)) }
        case .readOnly: break
        }
    }

    /// Opens the connections and asserts that the journal is flushed before it is moved.
    func connect(readers: Int) throws -> any GRDBWriter {
        do {
            var configuration = Self.configuration(readers: readers)
            switch mode {
            case .create, .existing: break
            case .readOnly: configuration.readonly = true
            }
            let pool = try GRDBPool(path: path, configuration: configuration)
            switch mode {
            case .create, .existing: try pool.writeWithoutTransaction(assertDurable)
            case .readOnly: _ = try pool.read(Self.parseSchema)
            }
            return pool
        } catch {
            throw SQLiteFailure.opening(path, error)
        }
    }

    /// Returns what keeps the writer's journal short; nobody needs it who only reads.
    func checkpointer(for connections: any GRDBWriter) throws -> SQLiteCheckpointer? {
        switch mode {
        case .readOnly: return nil
        case .create, .existing:
            let checkpointer = try SQLiteCheckpointer(path: path)
            connections.writeWithoutTransaction(checkpointer.watch)
            return checkpointer
        }
    }

    /// Returns what makes commits durable; nobody needs it who only reads.
    func flusher(_ flush: @escaping SQLiteDatabase.Flush) throws -> SQLiteFlusher? {
        switch mode {
        case .readOnly: nil
        case .create, .existing: try SQLiteFlusher(path: path, flush: flush)
        }
    }

    static func configuration(readers: Int) -> GRDBConfiguration {
        var configuration = GRDBConfiguration()
        configuration.label = "hengjian.sqlite"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = readers
        // Otherwise a transaction that could not be rolled back ends the process instead of the call.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { connection in
            try connection.execute(sql: "PRAGMA cache_size = -16384")
            try connection.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        return configuration
    }

    /// Returns what the writer's connection says of itself.
    static func durability(_ connection: GRDBConnection) throws -> String {
        let journal = try String.fetchOne(connection, sql: "PRAGMA journal_mode") ?? ""
        let synchronous = try Int.fetchOne(connection, sql: "PRAGMA synchronous") ?? -1
        let version = try String.fetchOne(connection, sql: "SELECT sqlite_version()") ?? ""
        return "SQLite \(version), journal_mode=\(journal), synchronous=\(synchronous), flushed before every answer"
    }

    private func assertDurable(_ connection: GRDBConnection) throws {
        // What is committed is flushed by `SQLiteFlusher`; SQLite itself flushes the journal before pages leave it.
        try connection.execute(sql: "PRAGMA synchronous = NORMAL")
        try connection.execute(sql: "PRAGMA journal_size_limit = 67108864")
        // The writer touches the leaves of many indexes in every batch; it alone gets room for them.
        try connection.execute(sql: "PRAGMA cache_size = -65536")
        let synchronous = try Int.fetchOne(connection, sql: "PRAGMA synchronous") ?? -1
        guard synchronous == 1 else {
            throw DatabaseError.unusable(
                .notDurable(setting: "synchronous", expected: "1", found: "\(synchronous)")
            )
        }
        let journal = try String.fetchOne(connection, sql: "PRAGMA journal_mode") ?? ""
        guard journal == "wal" else {
            throw DatabaseError.unusable(.notDurable(setting: "journal_mode", expected: "wal", found: journal))
        }
        try Self.parseSchema(connection)
    }

    /// Reads header and schema, which is where a foreign, cut or overwritten file shows.
    private static func parseSchema(_ connection: GRDBConnection) throws {
        _ = try Int.fetchOne(connection, sql: "PRAGMA schema_version")
        _ = try Int.fetchOne(connection, sql: "SELECT COUNT(*) FROM sqlite_master")
    }
}
