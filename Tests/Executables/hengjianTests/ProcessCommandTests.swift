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
        let image = URL(filePath: folder.file("chart.png"))
        #expect(try program.run(["process", "draw", "--png", "-o", image.path, old.path]).status == 0)
        #expect(try Data(contentsOf: image).starts(with: [0x89, 0x50, 0x4E, 0x47]))
        let page = URL(filePath: folder.file("chart.pdf"))
        #expect(try program.run(["process", "draw", "--pdf", "-o", page.path, old.path]).status == 0)
        #expect(try Data(contentsOf: page).starts(with: Array("%PDF".utf8)))
        #expect(
            try program.run(["process", "compare", old.path, new.path])
                == CommandLineTests.Answer(status: 0, lines: ["assess 名称：核定 → 核算"])
        )
    }

    @Test("process import says what it understands of a file, refuses with the line, and makes drafts")
    func processImport() throws {
        let folder = try TemporaryFolder()
        let json = URL(filePath: folder.file("charge.json"))
        let bpmn = URL(filePath: folder.file("charge.bpmn"))
        try Data(try Definitions.bytes("processes/charge.json")).write(to: json)
        #expect(try program.run(["process", "export", "-o", bpmn.path, json.path]).status == 0)
        let text = try program.run(["process", "import", "--check", bpmn.path])
        #expect(text.status == 0)
        #expect(text.lines.first?.contains("流程“行政收费流程”") == true)
        #expect(text.lines.first?.hasSuffix("与导出时相同") == true)
        let answer = try program.run(["process", "import", "--check", "--json", bpmn.path])
        let object = try JSONSerialization.jsonObject(with: Data(answer.lines.joined().utf8)) as? [String: Any]
        let processes = try #require(object?["processes"] as? [[String: Any]])
        #expect(processes.map { $0["isUnchanged"] as? Bool } == [true])
        #expect((processes[0]["faults"] as? [Any])?.isEmpty == true)
        let draft = try program.run([
            "process", "import", "--database", "sqlite:\(folder.file("h.db"))", "--create", bpmn.path,
        ])
        #expect(draft.status == 0 && draft.lines.first?.contains("；草稿 ") == true)
        try Data("<a>\n<b></a>".utf8).write(to: bpmn)
        let refused = try program.run(["process", "import", "--check", "--json", bpmn.path])
        #expect(refused.status == 1)
        #expect(refused.lines.joined().contains(#""code":"notWellFormed","line":2"#))
    }
}
