import Composition
import Database
import EventLog
import Foundation
import Kernel
import SQLiteDriver
import TestSupport
import Testing

@Suite("What is said of a database that cannot be used")
struct DatabaseMessageTests {
    private let folder = try? TemporaryFolder()

    private func path(_ name: String) throws -> String { try #require(folder).file(name) }

    /// Makes a database as `serve` does, and closes it.
    private func makeDatabase(_ name: String) async throws -> String {
        let path = try path(name)
        let house = try await House.open(.sqlite(path: path), for: .serve(makingDemonstration: false)) { _ in }
        await house.close()
        return path
    }

    @Test("a command without --database is a question of usage")
    func usage() throws {
        #expect(try BuiltProgram(["log", "verify"]).status == 2)
        #expect(try BuiltProgram(["log", "verify", "--database", "mysql://x"]).status == 2)
        #expect(try BuiltProgram(["serve", "--database", "sqlite:x", "--listen", "8080"]).status == 2)
    }

    @Test("a missing database is named")
    func missing() throws {
        let answer = try BuiltProgram(["log", "verify", "--database", "sqlite:\(path("none.db"))"])
        #expect(answer.status == 3)
        #expect(answer.faults.hasPrefix("error: 找不到数据库"))
    }

    @Test("a file of something else is named", arguments: ["", "not a database, but long enough to be looked at"])
    func foreign(content: String) throws {
        let path = try path("foreign.db")
        try Data(String(repeating: content, count: 100).utf8).write(to: URL(fileURLWithPath: path))
        let answer = try BuiltProgram(["log", "verify", "--database", "sqlite:\(path)"])
        #expect(answer.status == 3)
        #expect(answer.faults.contains("不是数据库"))
    }

    @Test("a damaged database is named, not served")
    func damaged() async throws {
        let path = try await makeDatabase("damaged.db")
        let copy = try self.path("cut.db")
        let source = try await SQLiteDatabase.open(path: path, mode: .existing)
        try await source.backup(to: copy)
        await source.close()
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: copy))
        try file.seek(toOffset: 100)
        try file.write(contentsOf: [UInt8](repeating: 0x5A, count: 4000))
        try file.close()
        let answer = try BuiltProgram(["log", "verify", "--database", "sqlite:\(copy)"])
        #expect(answer.status == 3)
        #expect(answer.faults.contains("数据库已损坏"))
    }

    @Test("a database of a later release is refused with the migration's name")
    func newer() async throws {
        let path = try await makeDatabase("newer.db")
        let database = try await SQLiteDatabase.open(path: path, mode: .existing)
        _ = try await database.write { writer in
            try writer.execute("INSERT INTO schema_migration (id) VALUES ('2999_01_01_1_Later')")
        }
        await database.close()
        let answer = try BuiltProgram(["serve", "--database", "sqlite:\(path)", "--listen", "127.0.0.1:0"])
        #expect(answer.status == 3)
        #expect(answer.faults.contains("2999_01_01_1_Later"))
    }

    @Test("a database of an earlier release waits for migrate")
    func older() async throws {
        let path = try await makeDatabase("older.db")
        let last = try #require(Migrator(Modules.migrations).migrations.last?.id)
        let database = try await SQLiteDatabase.open(path: path, mode: .existing)
        _ = try await database.write { writer in
            try writer.execute("DELETE FROM schema_migration WHERE id = \(last)")
        }
        await database.close()
        let answer = try BuiltProgram(["log", "verify", "--database", "sqlite:\(path)"])
        #expect(answer.status == 3)
        #expect(answer.faults.contains(last) && answer.faults.contains("hengjian migrate"))
    }

    @Test("a database in use is not written by another process, but can be verified")
    func locked() async throws {
        let path = try await makeDatabase("locked.db")
        let house = try await House.open(.sqlite(path: path), for: .upkeep) { _ in }
        let refused = try BuiltProgram(["projections", "rebuild", "--database", "sqlite:\(path)"])
        #expect(refused.status == 3)
        #expect(refused.faults.contains("另一进程正在使用该数据库"))
        #expect(try BuiltProgram(["log", "verify", "--database", "sqlite:\(path)"]).status == 0)
        await house.close()
    }

    @Test("a lost key ring is not replaced by a fresh one")
    func ringLost() async throws {
        let path = try await makeDatabase("ring.db")
        let database = try await SQLiteDatabase.open(path: path, mode: .existing)
        _ = try await database.write { writer in try writer.execute("UPDATE realm_head SET next_position = 1") }
        await database.close()
        try FileManager.default.removeItem(atPath: "\(path).files/keys/ring.jsonl")
        let answer = try BuiltProgram(["serve", "--database", "sqlite:\(path)", "--listen", "127.0.0.1:0"])
        #expect(answer.status == 3)
        #expect(answer.faults.contains("找不到密钥环"))
    }

    @Test("the key ring is made for its owner only")
    func ringMode() async throws {
        let path = try await makeDatabase("mode.db")
        let mode = try FileManager.default.attributesOfItem(atPath: "\(path).files/keys/ring.jsonl")[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test("a real database is no place for the demonstration")
    func notDemonstration() async throws {
        let path = try await makeDatabase("real.db")
        let answer = try BuiltProgram(["serve", "--demo", "--database", "sqlite:\(path)", "--listen", "127.0.0.1:0"])
        #expect(answer.status == 3)
        #expect(answer.faults.contains("不是演示数据库"))
    }
}
