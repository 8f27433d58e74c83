import Casework
import Database
import Directory
import EventLog
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("What an officer typed survives a closed laptop")
struct FormDraftTests {
    private static let keep = ("receive-registered-keep", "1")

    @Test(
        "kept without a script, restored at another computer with its time, gone when the step is done",
        arguments: StorageEngine.allCases
    )
    func kept(engine: StorageEngine) async throws {
        let desk = try await TestDesk(on: engine)
        let receipt = try await desk.house.apply()
        let path = "/desk/cases/\(receipt.number)"
        let step = "\(path)/steps/receive/registered"
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            var page = try await window.signIn("window", on: path)
            page = try await window.act(step, [("receive-registered-opinion", "材料正在核对"), Self.keep], from: page)
            #expect(page.body.contains("已暂存，尚未办理"))
            #expect(try await desk.house.state(receipt.caseFile).state.position.steps == ["receive"])

            let elsewhere = DeskBrowser(port: port)
            page = try await elsewhere.signIn("window", on: path)
            #expect(page.body.contains("2026-03-02 09:00 暂存"))
            #expect(page.body.contains("材料正在核对</textarea>"))
            #expect(!page.body.contains("请核对后再用"))

            // What lies in the database shows nothing of it, and nobody else sees it.
            let sealed = try await desk.house.database.read { reader in
                try reader.rows("SELECT sealed FROM submission_draft ORDER BY id").map { try $0["sealed"] as [UInt8] }
            }
            #expect(sealed.count == 1)
            #expect(!sealed.contains { $0.firstRange(of: Array("材料正在核对".utf8)) != nil })
            let colleague = try await DeskBrowser(port: port).signIn("handler", on: path)
            #expect(!colleague.body.contains("材料正在核对"))

            page = try await elsewhere.act(step, [("receive-registered-opinion", "核对完毕")], from: page)
            #expect(page.body.contains("已办理"))
            #expect(!page.body.contains("有暂存的内容"))
            #expect(try await window.get(path).body.contains("材料正在核对") == false)
        }
    }

    @Test("a draft of a case that moved on says so and loses nothing until it is discarded")
    func outdated() async throws {
        let desk = try await TestDesk()
        let receipt = try await desk.house.apply()
        let path = "/desk/cases/\(receipt.number)"
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            var page = try await window.signIn("window", on: path)
            page = try await window.act(
                "\(path)/steps/receive/registered",
                [("receive-registered-opinion", "材料正在核对"), Self.keep],
                from: page
            )
            try await desk.house.submit(
                CompleteStep(
                    caseFile: receipt.caseFile,
                    seen: try await desk.house.state(receipt.caseFile).version,
                    step: "receive",
                    outcome: "registered",
                    opinion: "另行登记"
                ),
                by: desk.house.officer(.reception)
            )
            page = try await window.get(path)
            #expect(page.body.contains("内容已过时"))
            #expect(page.body.contains("请核对后再用"))
            #expect(page.body.contains("材料正在核对"))
            page = try await window.act("\(path)/drafts/discard", [("form", "receive-registered")], from: page)
            #expect(page.body.contains("已删除暂存的内容"))
            #expect(!page.body.contains("材料正在核对"))
            // Twice is as good as once.
            page = try await window.act("\(path)/drafts/discard", [("form", "receive-registered")], from: page)
            #expect(page.status == 200)
        }
    }
}
