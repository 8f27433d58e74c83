internal import Database
private import Foundation
internal import GRDB

/// Copies a database that is in use.
enum SQLiteBackup {
    /// Copies one snapshot to a new file, which appears under its name only when it is whole and flushed.
    static func copy(_ source: any GRDBWriter, to path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw DatabaseError.statement("the file of a backup exists already: \(path)")
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.fileExists(atPath: folder) else {
            throw DatabaseError.unusable(.missing(path: folder))
        }
        let partial = path + ".partial"
        try? FileManager.default.removeItem(atPath: partial)
        do {
            let copy = try GRDBQueue(path: partial)
            try source.backup(to: copy)
            // One self-contained file, without a journal beside it.
            try copy.writeWithoutTransaction { _ = try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            throw SQLiteFailure.translate(error)
        }
        try flush(partial)
        guard rename(partial, path) == 0 else { throw DatabaseError.unusable(.readOnly(path: path)) }
        try flush(folder)
    }

    private static func flush(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DatabaseError.unusable(.missing(path: path)) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw DatabaseError.flushFailed(path) }
    }
}
