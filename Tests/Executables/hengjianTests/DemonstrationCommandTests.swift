import Database
import Foundation
import SQLiteDriver
import TestSupport
import Testing

@Suite("hengjian demo, and what an operator does with it")
struct DemonstrationCommandTests {
    private let folder = try? TemporaryFolder()

    private func run(_ arguments: String..., database: String) throws -> BuiltProgram {
        try BuiltProgram(arguments + ["--database", "sqlite:\(database)"])
    }

    @Test("a demonstration is made, proved, backed up and restored, and its clock is set")
    func lifeOfADemonstration() throws {
        let path = try #require(folder).file("demo.db")
        let made = try run("demo", "--cases", "5", "--last-day", "2026-11-20", database: path)
        #expect(made.status == 0 && made.output.contains("完成：6 件"))
        #expect(try run("log", "verify", database: path).output.hasPrefix("ok: "))
        #expect(try run("log", "checkpoint", database: path).status == 0)
        #expect(try run("projections", "check", database: path).status == 0)
        #expect(try run("doctor", database: path).status == 0)
        let users = try run("user", "list", "--json", database: path)
        #expect(users.output.split(separator: "\n").count == 34)

        let backup = try #require(folder).file("backup.db")
        #expect(try run("backup", backup, database: path).status == 0)
        let restored = try #require(folder).file("restored.db")
        let files = ["--files", "\(path).files"]
        let restore = try BuiltProgram(["restore", backup, "--database", "sqlite:\(restored)"] + files)
        #expect(restore.status == 0)
        #expect(try BuiltProgram(["restore", backup, "--database", "sqlite:\(restored)"] + files).status == 2)
        #expect(try BuiltProgram(["log", "verify", "--database", "sqlite:\(restored)"] + files).status == 0)

        #expect(try run("demo", "--clock", "2026-12-24", database: path).status == 0)
        #expect(try run("demo", "--clock", "2020-01-01", database: path).status == 3)
    }

    @Test("keys are rotated and wrapped anew; an audit begun anew is not the one that was signed")
    func keysAndAudit() async throws {
        let path = try #require(folder).file("keys.db")
        #expect(try run("demo", "--cases", "2", "--last-day", "2026-11-20", database: path).status == 0)
        let served = try await SQLiteDatabase.open(path: path, mode: .existing)
        #expect(try run("keys", "rotate", database: path).status != 0)
        await served.close()
        #expect(try run("keys", "rewrap", database: path).output.contains("已重新加密 0 个"))
        let rotated = try run("keys", "rotate", database: path)
        #expect(rotated.status == 0 && !rotated.output.contains("已重新加密 0 个"))
        #expect(try run("keys", "rewrap", database: path).output.contains("已重新加密 0 个"))
        #expect(try run("log", "verify", database: path).status == 0)
        #expect(try run("log", "checkpoint", database: path).status == 0)
        let sound = try run("doctor", database: path)
        #expect(sound.status == 0 && sound.output.contains("audit: ") && sound.output.contains("与 1 个检查点一致"))
        let database = try await SQLiteDatabase.open(path: path, mode: .existing)
        try await database.write { writer in
            try writer.execute("DELETE FROM audit_entry")
            try writer.execute("UPDATE audit_head SET next_ordinal = 1, chain = ''")
        }
        await database.close()
        let forged = try run("doctor", database: path)
        #expect(forged.status == 1 && forged.output.contains("error audit: 第 1 条缺失"))
    }

    @Test("people are added with a first password, and nobody unites what the law keeps apart")
    func users() throws {
        let path = try #require(folder).file("users.db")
        #expect(try run("demo", "--cases", "1", "--last-day", "2026-11-20", database: path).status == 0)
        let role = ["--role", "auditAdministrator:division"]
        let name = ["user", "add", "wendang", "--display-name", "审计乙", "--database", "sqlite:\(path)"]
        #expect(try BuiltProgram(name + role).status == 0)
        #expect(try BuiltProgram(name + role).status == 1)
        #expect(try BuiltProgram(name + role + ["--role", "systemAdministrator:division"]).status == 2)
        #expect(try run("user", "reset", "wendang", database: path).status == 0)
        #expect(try run("user", "reset", "nobody", database: path).status == 1)
    }
}
