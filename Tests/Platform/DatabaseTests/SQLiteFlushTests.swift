import Database
import Foundation
import SQLiteDriver
import Synchronization
import TestSupport
import Testing

/// What a power cut may take: nothing that anybody was told.
@Suite("SQLite's flush")
struct SQLiteFlushTests {
    private let folder: TemporaryFolder
    private let medium: Medium

    init() throws {
        folder = try TemporaryFolder()
        medium = Medium(journal: folder.file("some.sqlite-wal"))
    }

    private func open() async throws -> SQLiteDatabase {
        let medium = medium
        let database = try await SQLiteDatabase.open(
            path: folder.file("some.sqlite"),
            mode: .create,
            flush: { medium.flush($0) }
        )
        try await database.write { writer in
            _ = try writer.execute("CREATE TABLE sample (id BIGINT NOT NULL PRIMARY KEY, content BYTEA NOT NULL)")
        }
        return database
    }

    private static func insert(_ id: Int) -> SQL {
        "INSERT INTO sample (id, content) VALUES (\(id), \([UInt8](repeating: UInt8(id % 251), count: 700)))"
    }

    private static let count: SQL = "SELECT COUNT(*) FROM sample"

    @Test("the next transaction sees what the last one wrote while it is flushed, and nobody is told of it before")
    func order() async throws {
        let database = try await open()
        let told = Told()
        medium.hold()
        let first = try await database.commit { try $0.execute(Self.insert(1)) }
        let second = try await database.commit { writer in
            _ = try writer.execute(Self.insert(2))
            return try writer.value(Self.count) as Int?
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                let seen = try await second.durable()
                #expect(seen == 2)
                told.append(0)
            }
            group.addTask {
                let read: Int? = try await database.read { try $0.value(Self.count) }
                #expect(read == 2)
                told.append(0)
            }
            group.addTask {
                // A refusal tells of what was there, too.
                await #expect(throws: DatabaseError.self) {
                    try await database.write { try $0.execute(Self.insert(2)) }
                }
                told.append(0)
            }
            try await Task.sleep(for: .milliseconds(200))
            #expect(told.all.isEmpty)
            medium.release()
            try await group.waitForAll()
        }
        let inserted = try await first.durable()
        #expect(inserted == 1)
        await database.close()
    }

    @Test("once a flush was refused nobody is told anything any more, though the next one succeeds")
    func refused() async throws {
        let database = try await open()
        medium.refuseOnce()
        let refusal = DatabaseError.flushFailed(String(cString: strerror(EIO)))
        await #expect(throws: refusal) { try await database.write { try $0.execute(Self.insert(1)) } }
        await #expect(throws: refusal) { try await database.write { try $0.execute(Self.insert(2)) } }
        await #expect(throws: refusal) { try await database.read { try $0.value(Self.count) as Int? } }
        await database.close()
    }

    @Test("after a power cut everything is there that anybody was told, and nothing by halves")
    func powerCut() async throws {
        let database = try await open()
        let told = Told()
        let cuts = try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<12 {
                        // Counted inside, so that rows are numbered in the order of their commits.
                        let id = try await database.write { writer in
                            let id = try (writer.value(Self.count) ?? 0) + 1
                            _ = try writer.execute(Self.insert(id))
                            return id
                        }
                        told.append(id)
                    }
                }
            }
            var cuts: [(answered: [Int], file: Data, journal: Data, tail: Data)] = []
            for _ in 0..<12 {
                try await Task.sleep(for: .milliseconds(3))
                // First what was answered: what the medium has by then can only be more.
                let told = told.all
                let journal = medium.kept
                let file = try Data(contentsOf: URL(fileURLWithPath: folder.file("some.sqlite")))
                let whole = try Data(contentsOf: URL(fileURLWithPath: folder.file("some.sqlite-wal")))
                cuts.append((told, file, journal, whole.dropFirst(journal.count)))
            }
            try await group.waitForAll()
            cuts.append((told.all, cuts[0].file, medium.kept, Data()))
            return cuts
        }
        await database.close()
        for (number, cut) in cuts.enumerated() {
            // Of what was not flushed any part may have reached the medium.
            let torn = cut.tail.prefix(cut.tail.count * number / cuts.count)
            let path = folder.file("cut\(number).sqlite")
            try cut.file.write(to: URL(fileURLWithPath: path))
            try (cut.journal + torn).write(to: URL(fileURLWithPath: path + "-wal"))
            let found = try await SQLiteDatabase.open(path: path, mode: .existing)
            let ids: [Int] = try await found.read { reader in
                try reader.rows("SELECT id FROM sample ORDER BY id").map { try $0[0] }
            }
            #expect(Set(cut.answered).isSubset(of: ids))
            #expect(ids == Array(ids.indices.map { $0 + 1 }), "whole transactions, in their order")
            let faults = try await found.quickCheck()
            #expect(faults == [])
            await found.close()
        }
        #expect(cuts.last?.answered.count == 96)
    }
}

/// What callers were told.
private final class Told: Sendable {
    private let ids = Mutex<[Int]>([])

    var all: [Int] { ids.withLock { $0 } }

    func append(_ id: Int) { ids.withLock { $0.append(id) } }
}

/// A medium of which is known what it has: it can be made to wait, and to refuse.
private final class Medium: Sendable {
    private struct State {
        var kept = Data()
        var isRefusing = false
    }

    private let journal: String
    private let gate = NSCondition()
    private let isHeld = Atomic(false)
    private let state = Mutex(State())

    init(journal: String) {
        self.journal = journal
    }

    /// What a power cut leaves of the journal.
    var kept: Data { state.withLock(\.kept) }

    func hold() { isHeld.store(true, ordering: .sequentiallyConsistent) }

    func release() {
        isHeld.store(false, ordering: .sequentiallyConsistent)
        gate.withLock { gate.broadcast() }
    }

    func refuseOnce() { state.withLock { $0.isRefusing = true } }

    func flush(_ descriptor: Int32) -> Int32 {
        gate.withLock { while isHeld.load(ordering: .sequentiallyConsistent) { gate.wait() } }
        return state.withLock { state in
            guard !state.isRefusing else {
                state.isRefusing = false
                errno = EIO
                return -1
            }
            state.kept = (try? Data(contentsOf: URL(fileURLWithPath: journal))) ?? Data()
            return fdatasync(descriptor)
        }
    }
}
