import Definitions
import Foundation
import TestSupport
import Testing

@Suite("hengjian process")
struct ProcessCommandTests {
    private let program = CommandLineTests()

    @Test("process check passes a ready process, and names rule, article and path of an unlawful one")
    func processCheck() throws {
        let ready = try Definitions.bytes("processes/charge.json")
        let folder = try TemporaryFolder()
        let file = URL(filePath: folder.file("charge.json"))
        try Data(ready).write(to: file)
        #expect(
            try program.run(["process", "check", "--statutory", "60cd", file.path])
                == CommandLineTests.Answer(status: 0, lines: ["行政收费流程：符合行政收费的14项规定"])
        )
        let text = String(decoding: ready, as: UTF8.self)
        try Data(text.replacing(#""contents": ["receipt"]"#, with: #""contents": []"#).utf8).write(to: file)
        let answer = try program.run(["process", "check", "--statutory", "60cd", file.path])
        #expect(answer.status == 1)
        #expect(answer.lines.first?.hasPrefix("SF-05 收款开具财政票据（《山东省行政性事业性收费管理条例》第十九条）：收件〔登记〕") == true)
        try Data("{".utf8).write(to: file)
        #expect(try program.run(["process", "check", "--statutory", "60cd", file.path]).status == 1)
        #expect(try program.run(["process", "check", "--statutory", "60cd", "/nowhere.json"]).status == 3)
        #expect(try program.run(["process", "check", "--statutory", "soon", file.path]).status == 2)
    }

    @Test("process draw writes a chart, process compare the changes between two versions")
    func processDraw() throws {
        let folder = try TemporaryFolder()
        let old = URL(filePath: folder.file("old.json"))
        let new = URL(filePath: folder.file("new.json"))
        let chart = URL(filePath: folder.file("chart.svg"))
        let text = String(decoding: try Definitions.bytes("processes/charge.json"), as: UTF8.self)
        try Data(text.utf8).write(to: old)
        try Data(text.replacing(#""name": "核定""#, with: #""name": "核算""#).utf8).write(to: new)
        #expect(try program.run(["process", "draw", "-o", chart.path, old.path]).status == 0)
        #expect(try String(contentsOf: chart, encoding: .utf8).hasPrefix("<svg"))
        #expect(
            try program.run(["process", "compare", old.path, new.path])
                == CommandLineTests.Answer(status: 0, lines: ["assess 名称：核定 → 核算"])
        )
    }
}
