import Casework
import Catalog
import Cryptography
import Directory
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@Suite("Taking applications at the window")
struct IntakeTests {
    private static let applicant = [
        ("intake-name", "张三"), ("intake-identityNumber", "11010519491231002X"), ("intake-mobile", "13800000000"),
        ("intake-answer-purpose", "开办民办幼儿园"),
    ]

    @Test("the receipt shows number, query code and what was handed in; the same form sent again makes no second case")
    func receipt() async throws {
        let desk = try await TestDesk()
        let item = desk.house.license.text
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            let inbox = try await window.signIn("window")
            #expect(inbox.body.contains("窗口收件"))
            let page = try await window.get("/desk/receive?item=\(item)")
            #expect(page.body.contains("申请书"))
            let today = desk.house.clock.today
            let fields =
                Self.applicant + [
                    ("item", item), ("kind", "person"), ("intake-paper-0", "1"),
                    ("intake-receivedOn", today.description),
                ]
            let key = try #require(page.field("_key"))
            let receipt = try await window.post("/desk/receive", fields, from: page)
            #expect(receipt.status == 200)
            #expect(receipt.body.contains("收件凭证"))
            #expect(receipt.body.contains("纸质"))
            let code = QueryCode(formKey: key, under: desk.house.ring.key(for: .receipt)).text
            #expect(receipt.body.contains(code))
            let again = try await window.post("/desk/receive", fields, from: page)
            #expect(again.body.contains(code))
        }
    }

    @Test("what is missing is said at its field, and what was typed stays")
    func missing() async throws {
        let desk = try await TestDesk()
        let item = desk.house.license.text
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            _ = try await window.signIn("window")
            let page = try await window.get("/desk/receive?item=\(item)")
            let fields = Self.applicant + [("item", item), ("kind", "person"), ("intake-receivedOn", "昨天")]
            let refused = try await window.post("/desk/receive", fields, from: page)
            #expect(refused.status == 422)
            #expect(refused.body.contains("“申请书”应收纸质或者上传扫描件"))
            #expect(refused.body.contains("“收到申请的日期”应为日期"))
            #expect(refused.body.contains("开办民办幼儿园"))
        }
    }

    @Test("the form of the item is put as its answers want it, with as many rows as are filled in")
    func branching() async throws {
        let desk = try await TestDesk()
        try await desk.house.revise(desk.house.license) { $0.form = TestHouse.branchingForm }
        let item = desk.house.license.text
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            _ = try await window.signIn("window")
            var page = try await window.get("/desk/receive?item=\(item)")
            #expect(page.body.contains("“场地是否租赁”为“是”的填写"))
            #expect(page.body.contains("活动室 1") && page.body.contains("再加几项：活动室"))
            let answers = TestHouse.branchingAnswers.map { ("intake-answer-\($0.key)", $0.value) }
            let fields =
                Self.applicant.filter { $0.0 != "intake-answer-purpose" } + answers + [
                    ("item", item), ("kind", "person"), ("intake-paper-0", "1"),
                    ("intake-receivedOn", desk.house.clock.today.description),
                ]
            page = try await window.post("/desk/receive", fields + [("intake-more", "1")], from: page)
            #expect(page.status == 200 && page.body.contains("活动室 3") && page.body.contains("value=\"音乐\""))
            let missing = fields.filter { $0.0 != "intake-answer-landlord" }
            page = try await window.post("/desk/receive", missing, from: page)
            #expect(page.status == 422 && page.body.contains("出租人：应填写，实为空"))
            page = try await window.post("/desk/receive", fields, from: page)
            #expect(page.status == 200 && page.body.contains("收件凭证"))
        }
    }
}
