import Foundation
import TestSupport
import Testing

@Suite("hengjian import")
struct ImportTests {
    private let folder = try? TemporaryFolder()

    private func path(_ name: String) throws -> String { try #require(folder).file(name) }

    private func file(_ name: String, _ text: String) throws -> String {
        let path = try path(name)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func run(_ arguments: String..., json: Bool = true) throws -> BuiltProgram {
        let database = "sqlite:\(try path("catalog.db"))"
        return try BuiltProgram(
            ["import"] + arguments + ["--database", database, "--create"] + (json ? ["--json"] : [])
        )
    }

    @Test("a list is loaded whole or not at all, or in part on demand")
    func items() throws {
        let good = try file("good.csv", "\u{FEFF}code,name,category\r\n000123018000,甲,01\r\n000131035000,乙,01\r\n")
        let loaded = #"{"doubts":[],"faults":[],"loaded":2,"refused":0,"unchanged":0,"warnings":0}"# + "\n"
        let first = try run("items", good)
        #expect(first.output == loaded)
        #expect(first.status == 0)
        #expect(try run("items", good).output.contains(#""loaded":0,"refused":0,"unchanged":2"#))
        let bad = try file("bad.csv", "code,name,category\n000110001000,,01\n000110002000,丙,01\n")
        let refused = try run("items", bad, json: false)
        #expect(refused.status == 1)
        #expect(
            refused.output == """
                \(bad): row 2, column name: expected 文字, found 空
                导入 0 项，未变 0 项，存疑 0 项，拒绝 1 行

                """
        )
        let part = try run("items", bad, "--partial")
        #expect(part.status == 1)
        #expect(
            part.output.hasPrefix(
                #"{"doubts":[],"faults":[{"column":"name","expected":"文字","found":"空","row":2}],"loaded":1,"#
            )
        )
    }

    @Test("a load that is killed in the middle leaves whole parts; loaded again, each row is there once")
    func killed() throws {
        let rows = (1...20_000).map { "DEMO-\(100_000 + $0),事项\($0),01" }
        let list = try file("long.csv", (["code,name,category"] + rows).joined(separator: "\n"))
        let database = try path("catalog.db")
        let process = Process()
        process.executableURL = Bundle.main.bundleURL.appending(path: "hengjian")
        process.arguments = ["import", "items", list, "--database", "sqlite:\(database)", "--create"]
        let faults = Pipe()
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, faults)
        try process.run()
        // The first part is told once it is durable; the last is far away.
        var told = ""
        while !told.contains("已导入 2000 / 20000 项") {
            let bytes = faults.fileHandleForReading.availableData
            try #require(!bytes.isEmpty, "\(told)")
            told += String(decoding: bytes, as: UTF8.self)
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        let again = try run("items", list)
        #expect(again.status == 0, "\(again.faults)")
        let counts = try #require(again.output.firstMatch(of: /"loaded":(\d+),"refused":0,"unchanged":(\d+)/))
        let (loaded, unchanged) = (try #require(Int(counts.1)), try #require(Int(counts.2)))
        #expect(loaded + unchanged == 20_000)
        #expect(unchanged >= 2_000 && unchanged % 2_000 == 0 && loaded > 0, "whole parts were there: \(unchanged)")
        #expect(try run("items", list).output.contains(#""loaded":0,"refused":0,"unchanged":20000"#))
    }

    @Test("a file that cannot be read or whose form is unknown is named")
    func unreadable() throws {
        let missing = try path("missing.csv")
        let answer = try run("items", missing)
        #expect(answer.status == 1)
        #expect(answer.faults == "error: \(missing): expected a file, found nothing\n")
        #expect(try run("items", file("list.docx", "PK")).status == 2)
        #expect(try run("items", file("list.xlsx", "PK")).status == 1)
    }

    @Test("statutes are taken one by one, and what is no statute is named")
    func law() throws {
        let kite = try file("风筝法.md", "# 风筝法\n2020年1月1日 通过\n<!-- INFO END -->\n目录\n## 第一章 总则\n第一条 放风筝。\n")
        let empty = try file("空.md", "# 空\n")
        let answer = try run("law", kite, empty, json: false)
        #expect(answer.status == 1)
        #expect(
            answer.output == """
                风筝法 2020-01-01：1章 0节 1条 1款 0项 0目，未归位 1 行
                \(empty): expected articles: 第一条 …, found none in 空

                """
        )
        #expect(answer.faults == "warning: \(kite): line 4: text that belongs to no article: 目录\n")
        #expect(try run("law", kite).output.hasPrefix(#"{"faults":[],"loaded":0,"refused":0,"#))
    }
}
