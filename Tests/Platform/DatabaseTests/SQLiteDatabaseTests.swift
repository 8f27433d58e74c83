import Database
import Foundation
import SQLiteDriver
import TestSupport
import Testing

/// What only the embedded engine promises: files, locks, flushes.
@Suite("SQLite")
struct SQLiteDatabaseTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func made(rows: Int) async throws -> String {
        let path = folder.file("made.sqlite")
        let database = try await SQLiteDatabase.open(path: path, mode: .create)
        try await database.write { writer in
            try writer.execute("CREATE TABLE sample (id BIGINT NOT NULL PRIMARY KEY, content BYTEA NOT NULL)")
            try writer.executeMany(
                (0..<rows).map {
                    "INSERT INTO sample (id, content) VALUES (\($0), \([UInt8](repeating: 7, count: 900)))"
                }
            )
        }
        await database.close()
        return path
    }

    @Test("it says that it is journalled ahead, and flushed before it answers")
    func durability() async throws {
        let database = try await SQLiteDatabase.open(path: folder.file("new.sqlite"), mode: .create)
        let words = try await database.durability()
        #expect(words.hasSuffix("journal_mode=wal, synchronous=1, flushed before every answer"))
        await database.close()
    }

    @Test("what was written is there after opening again, also for a reader beside the writer")
    func reopened() async throws {
        let path = try await made(rows: 10)
        let writer = try await SQLiteDatabase.open(path: path, mode: .existing)
        let reader = try await SQLiteDatabase.open(path: path, mode: .readOnly)
        try await writer.write { _ = try $0.execute("DELETE FROM sample WHERE id = 0") }
        let count: Int? = try await reader.read { try $0.value("SELECT COUNT(*) FROM sample") }
        #expect(count == 9)
        await #expect(throws: DatabaseError.self) {
            try await reader.write { _ = try $0.execute("DELETE FROM sample WHERE id = 1") }
        }
        await reader.close()
        await writer.close()
    }

    @Test("the journal is moved into the file while the writer goes on, and begins anew before it is long")
    func checkpoints() async throws {
        let path = folder.file("long.sqlite")
        func size(_ path: String) throws -> Int {
            try URL(fileURLWithPath: path).resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
        }
        let database = try await SQLiteDatabase.open(path: path, mode: .create)
        func write(_ batches: Range<Int>) async throws {
            for batch in batches {
                try await database.write { writer in
                    try writer.executeMany(
                        (0..<200).map {
                            "INSERT INTO sample VALUES (\(batch * 200 + $0), \([UInt8](repeating: 7, count: 4_000)))"
                        }
                    )
                }
            }
        }
        try await database.write { writer in
            _ = try writer.execute("CREATE TABLE sample (id BIGINT NOT NULL PRIMARY KEY, content BYTEA NOT NULL)")
        }
        // 24 MB: not yet long enough for the writer to lend a hand.
        try await write(0..<30)
        for _ in 0..<3_000 where try size(path) < 12 << 20 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(try size(path) >= 12 << 20, "moved beside the writer")
        // 80 MB; a journal that nobody moves would hold them all.
        try await write(30..<100)
        #expect(try size(path + "-wal") < 72 << 20)
        let count: Int? = try await database.read { try $0.value("SELECT COUNT(*) FROM sample") }
        #expect(count == 20_000)
        await database.close()
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"), "the last to close moves the rest")
    }

    @Test("a second writer is told who holds the database and where; it may open once the first is gone")
    func locked() async throws {
        let path = folder.file("new.sqlite")
        let first = try await SQLiteDatabase.open(path: path, mode: .create, address: "unix:/run/first")
        await #expect(throws: DatabaseError.unusable(.locked(by: "pid \(getpid()) unix:/run/first"))) {
            try await SQLiteDatabase.open(path: path, mode: .create)
        }
        first.announce(address: "unix:/run/x")
        await #expect(throws: DatabaseError.unusable(.locked(by: "pid \(getpid()) unix:/run/x"))) {
            try await SQLiteDatabase.open(path: path, mode: .existing)
        }
        await first.close()
        let second = try await SQLiteDatabase.open(path: path, mode: .existing)
        await second.close()
    }

    @Test("what is no usable database is named, and left as it was")
    func unusable() async throws {
        let path = folder.file("some.sqlite")
        await #expect(throws: DatabaseError.unusable(.missing(path: path))) {
            try await SQLiteDatabase.open(path: path, mode: .existing)
        }
        #expect(!FileManager.default.fileExists(atPath: path + ".lock"))
        await #expect(throws: DatabaseError.unusable(.missing(path: folder.file("none")))) {
            try await SQLiteDatabase.open(path: folder.file("none/some.sqlite"), mode: .create)
        }
        await #expect(throws: DatabaseError.unusable(.notADatabase(path: folder.path))) {
            try await SQLiteDatabase.open(path: folder.path, mode: .existing)
        }
        try Data().write(to: URL(fileURLWithPath: path))
        await #expect(throws: DatabaseError.unusable(.notADatabase(path: path))) {
            try await SQLiteDatabase.open(path: path, mode: .existing)
        }
        let letter = Data(String(repeating: "致有关单位：\n", count: 500).utf8)
        try letter.write(to: URL(fileURLWithPath: path))
        for mode in [SQLiteDatabase.Mode.existing, .create, .readOnly] {
            await #expect(throws: DatabaseError.unusable(.notADatabase(path: path))) {
                try await SQLiteDatabase.open(path: path, mode: mode)
            }
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == letter)
    }

    @Test("a file that was cut, or whose schema was overwritten, is damaged")
    func damaged() async throws {
        let path = try await made(rows: 200)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        func isDamaged(_ bytes: Data) async throws -> Bool {
            try bytes.write(to: URL(fileURLWithPath: path))
            do {
                try await SQLiteDatabase.open(path: path, mode: .existing).close()
                return false
            } catch DatabaseError.unusable(.damaged) {
                return true
            }
        }
        #expect(try await isDamaged(whole.prefix(whole.count / 2)))
        var overwritten = whole
        overwritten.replaceSubrange(100..<4_096, with: repeatElement(0xA5, count: 3_996))
        #expect(try await isDamaged(overwritten))
        #expect(try await !isDamaged(whole))
    }

    @Test("a damaged page deep inside is found by the long check")
    func quickCheck() async throws {
        let path = try await made(rows: 200)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let sound = try await SQLiteDatabase.open(path: path, mode: .existing)
        #expect(try await sound.quickCheck() == [])
        await sound.close()
        // From the middle on, whole pages.
        let start = bytes.count / 2 / 4_096 * 4_096
        bytes.replaceSubrange(start..., with: repeatElement(0, count: bytes.count - start))
        try bytes.write(to: URL(fileURLWithPath: path))
        let database = try await SQLiteDatabase.open(path: path, mode: .existing)
        #expect(try await !database.quickCheck().isEmpty)
        await database.close()
    }

    @Test("a file that may not be written is read-only", .enabled(if: geteuid() != 0))
    func readOnlyFile() async throws {
        let path = try await made(rows: 1)
        try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
        await #expect(throws: DatabaseError.unusable(.readOnly(path: path))) {
            try await SQLiteDatabase.open(path: path, mode: .existing)
        }
    }

    @Test("a backup is whole, taken while others write, and replaces nothing")
    func backup() async throws {
        let path = try await made(rows: 50)
        let database = try await SQLiteDatabase.open(path: path, mode: .existing)
        let copy = folder.file("copy.sqlite")
        async let writing: Void = database.write { writer in
            for id in 100..<400 { try writer.execute("INSERT INTO sample (id, content) VALUES (\(id), \([UInt8(1)]))") }
        }
        try await database.backup(to: copy)
        try await writing
        await #expect(throws: DatabaseError.self) { try await database.backup(to: copy) }
        await database.close()
        #expect(!FileManager.default.fileExists(atPath: copy + "-wal"))
        let found = try await SQLiteDatabase.open(path: copy, mode: .existing)
        #expect(try await found.quickCheck() == [])
        let count: Int? = try await found.read { try $0.value("SELECT COUNT(*) FROM sample") }
        #expect(count == 50 || count == 350)
        await found.close()
    }

    @Test("a reader keeps its snapshot while a writer commits")
    func snapshot() async throws {
        let database = try await SQLiteDatabase.open(path: try await made(rows: 3), mode: .existing)
        try await SnapshotTest(database: database).run(deleting: "DELETE FROM sample WHERE id = 0")
        await database.close()
    }
}
