import Casework
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@Suite("What applicants bring to the window")
struct SupplementTests {
    private static let applicant = [
        ("intake-name", "张三"), ("intake-identityNumber", "11010519491231002X"), ("intake-mobile", "13800000000"),
        ("intake-answer-purpose", "开办民办幼儿园"), ("kind", "person"),
    ]

    @Test("the files chosen stay when the form is refused, and one that is unticked is left out")
    func kept() async throws {
        let desk = try await TestDesk()
        let item = desk.house.license.text
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            _ = try await window.signIn("window")
            let page = try await window.get("/desk/receive?item=\(item)")
            let refused = try await window.post(
                "/desk/receive",
                Self.applicant + [("item", item), ("intake-receivedOn", "昨天")],
                files: [("intake-files-0", "申请书.pdf", "%PDF-1.4 甲"), ("intake-files-0", "错.pdf", "%PDF-1.4 乙")],
                from: page
            )
            #expect(refused.status == 422)
            #expect(refused.body.contains("已收到的扫描件"))
            let kept = try #require(refused.field("kept"))
            let boxes = refused.values("intake-files-0-kept")
            try #require(boxes.count == 2)
            let receipt = try await window.post(
                "/desk/receive",
                Self.applicant + [
                    ("item", item), ("intake-receivedOn", desk.house.clock.today.description), ("kept", kept),
                    ("intake-files-0-kept", boxes[0]),
                ],
                files: [],
                from: refused
            )
            #expect(receipt.status == 200)
            #expect(receipt.body.contains("电子文件 1 个"))
        }
    }

    @Test("a draft of another matter is not taken for this one's files")
    func foreign() async throws {
        let desk = try await TestDesk()
        let item = desk.house.license.text
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            _ = try await window.signIn("window")
            let page = try await window.get("/desk/receive?item=\(item)")
            let today = desk.house.clock.today.description
            let drafted = try await window.post(
                "/desk/receive",
                Self.applicant + [("item", item), ("intake-receivedOn", "昨天")],
                files: [("intake-files-0", "申请书.pdf", "%PDF-1.4 甲")],
                from: page
            )
            let kept = try #require(drafted.field("kept"))
            let box = try #require(drafted.values("intake-files-0-kept").first)
            let number = try await desk.house.apply().number
            let answer = try await window.post(
                "/desk/cases/\(number)/supplement",
                [("kept", kept), ("supplement-files-0-kept", box), ("intake-receivedOn", today)],
                files: [],
                from: window.get("/desk/cases/\(number)")
            )
            #expect(answer.status == 409)
            #expect(answer.body.contains("待补正"))
        }
    }

    @Test("the window takes in on paper what was to be corrected, all of it or nothing (行政许可法§32)")
    func supplemented() async throws {
        let desk = try await TestDesk()
        let receipt = try await desk.house.apply()
        let path = "/desk/cases/\(receipt.number)"
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            var page = try await window.signIn("window", on: path)
            #expect(!page.body.contains("收取补正材料"))
            page = try await window.act(
                "\(path)/steps/receive/registered",
                [("receive-registered-opinion", "已登记")],
                from: page
            )
            page = try await window.act(
                "\(path)/steps/accept/correctionNeeded",
                [
                    ("accept-correctionNeeded-opinion", "材料不齐"),
                    ("accept-correctionNeeded-material-0", "申请书"), ("accept-correctionNeeded-kind-0", "wrong"),
                    ("accept-correctionNeeded-text-0", "缺少申请人签名"),
                    ("accept-correctionNeeded-material-1", "场所证明"), ("accept-correctionNeeded-kind-1", "missing"),
                    ("accept-correctionNeeded-text-1", "请提供房屋产权或者租赁证明"),
                ],
                from: page
            )
            #expect(page.body.contains("收取补正材料"))
            page = try await window.post(
                "\(path)/supplement",
                [("supplement-paper-0", "1")],
                files: [],
                from: page
            )
            #expect(page.status == 422)
            #expect(page.body.contains("“场所证明”应收纸质或者上传扫描件"))
            #expect(try await desk.house.state(receipt.caseFile).state.stage.name == .correction)

            let outsider = DeskBrowser(port: port)
            let seen = try await outsider.signIn("handler", on: path)
            #expect(!seen.body.contains("收取补正材料"))
            let attempt = try await outsider.post(
                "\(path)/supplement",
                [("supplement-paper-0", "1"), ("supplement-paper-1", "1")],
                files: [],
                from: seen
            )
            #expect(attempt.status == 403)

            page = try await window.act(
                "\(path)/supplement",
                [("supplement-paper-0", "1"), ("supplement-paper-1", "1")],
                from: page
            )
            #expect(page.body.contains("已办理：收取补正材料"))
            let state = try await desk.house.state(receipt.caseFile).state
            #expect(state.stage.name == .intake)
            let materials = try #require(state.submission?.materials)
            #expect(materials.map(\.material) == ["申请书", "场所证明"])
            #expect(materials.allSatisfy { $0.isOnPaper == true && $0.attachments.isEmpty })
        }
    }

    @Test("who withdraws in person is taken at his word with a reason, and the case ends (行政许可法§29)")
    func withdrawn() async throws {
        let desk = try await TestDesk()
        let receipt = try await desk.house.apply()
        let path = "/desk/cases/\(receipt.number)"
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            var page = try await window.signIn("window", on: path)
            page = try await window.act("\(path)/withdraw", [("withdraw-reasons", "")], from: page)
            #expect(page.body.contains("撤回原因"))
            #expect(try await desk.house.state(receipt.caseFile).state.stage.name == .intake)
            page = try await window.act("\(path)/withdraw", [("withdraw-reasons", "申请人来信撤回")], from: page)
            #expect(page.body.contains("已办理：登记撤回申请"))
            #expect(try await desk.house.state(receipt.caseFile).state.stage.name == .closed)
        }
    }
}
