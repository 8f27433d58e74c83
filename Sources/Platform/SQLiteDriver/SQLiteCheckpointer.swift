private import Dispatch
internal import GRDB
private import GRDBSQLite
private import Synchronization

/// Moves the journal's pages into the database file on a connection of its own, beside the writer instead of in its
/// way: a checkpoint flushes twice, and the writer would stand still for some ten commits.
///
/// A checkpoint beside a writer never quite catches up, and only then may the journal begin anew. So once it is long,
/// the writer does the little that is left itself.
///
/// Unchecked, because the compiler does not see that the one variable that is no atomic is touched on the queue alone.
final class SQLiteCheckpointer: @unchecked Sendable {
    /// How many pages are added to the journal between two checkpoints.
    private static let stride: Int32 = 1_000
    /// How many pages the journal may have before the writer lends a hand: 64 MB.
    private static let greatest: Int32 = 16_000

    private let queue = DispatchQueue(label: "hengjian.sqlite.checkpoint", qos: .utility)
    private let isRunning = Atomic(false)
    /// The journal's length at the last checkpoint, in pages.
    private let last = Atomic<Int32>(0)
    /// Touched on the queue only.
    private var handle: OpaquePointer?

    init(path: String) throws {
        var code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
        // A connection that has read nothing does not know that there is a journal, and would move nothing.
        if code == SQLITE_OK { code = sqlite3_exec(handle, "SELECT COUNT(*) FROM sqlite_master", nil, nil, nil) }
        guard code == SQLITE_OK else {
            sqlite3_close_v2(handle)
            throw GRDBError(resultCode: ResultCode(rawValue: code))
        }
    }

    deinit { sqlite3_close_v2(handle) }

    /// Takes the place of SQLite's own rule for checkpoints on the writer's connection.
    ///
    /// The caller keeps the checkpointer as long as the connection.
    func watch(_ writer: GRDBConnection) {
        sqlite3_wal_hook(
            writer.sqliteConnection,
            { context, writer, _, pages in
                guard let context else { return SQLITE_OK }
                Unmanaged<SQLiteCheckpointer>.fromOpaque(context).takeUnretainedValue().grown(to: pages, writer)
                // What could not be moved stays in the journal; the commit is none the worse for it.
                return SQLITE_OK
            },
            Unmanaged.passUnretained(self).toOpaque()
        )
    }

    /// Ends what runs and lets go of the file.
    func close() {
        queue.sync {
            sqlite3_close_v2(handle)
            handle = nil
        }
    }

    private func grown(to pages: Int32, _ writer: OpaquePointer?) {
        let last = last.load(ordering: .relaxed)
        // A shorter journal has begun anew.
        guard pages < last || pages - last >= Self.stride else { return }
        if pages >= Self.greatest {
            self.last.store(pages, ordering: .relaxed)
            sqlite3_wal_checkpoint_v2(writer, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
            return
        }
        guard isRunning.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged else { return }
        self.last.store(pages, ordering: .relaxed)
        queue.async { [self] in
            sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
            isRunning.store(false, ordering: .releasing)
        }
    }
}
