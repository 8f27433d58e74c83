import Casework
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@Suite("Messages in a case, at the desk")
struct CaseMessageDeskTests {
    @Test("a message stands on the desk of who is in charge until it is answered; text stays text")
    func answered() async throws {
        let desk = try await TestDesk()
        let house = desk.house
        let applied = try await house.apply()
        let party = Actor(kind: .party, id: "party")
        let text = "收到<script>alert(1)</script>了吗"
        try await house.submit(SendCaseMessage(caseFile: applied.caseFile, text: text), by: party)
        try await desk.serve { port in
            let (window, approver) = (DeskBrowser(port: port), DeskBrowser(port: port))
            let path = "/desk/cases/\(applied.number)/messages"
            #expect(try await window.signIn("window").body.contains("有 1 件办件的留言等待回复"))
            #expect(try await !approver.signIn("approver").body.contains("的留言等待回复"))
            #expect(try await window.get("/desk/cases/\(applied.number)").body.contains("留言（1 条待回复）"))
            let foreign = try await approver.get(path)
            #expect(!foreign.body.contains("发送留言"), "who is not in charge does not write")
            let conversation = try await house.log.read(TestHouse.realm) { [id = applied.caseFile] in
                try $0.conversation(of: id).state
            }
            #expect(conversation.unread(by: .agency) == 1, "nor counts as having read it")
            let page = try await window.get(path)
            #expect(page.body.contains("收到&lt;script&gt;alert(1)&lt;/script&gt;了吗"))
            #expect(page.body.contains("不代替补正告知、送达等有法律效力的通知和文书"))
            let refused = try await window.post(path, [("text", "  ")], files: [], from: page)
            #expect(refused.status == 422)
            #expect(refused.body.contains("留言应有内容，实为空"))
            let sent = try await window.act(
                path,
                [("text", "收到，请等<i>通知</i>。")],
                files: [("files", "清单.pdf", "%PDF-1.4 甲")],
                from: refused
            )
            #expect(sent.status == 200)
            #expect(sent.body.contains("收到，请等&lt;i&gt;通知&lt;/i&gt;。"))
            #expect(sent.body.contains("\(path)/2/0"))
            #expect(try await window.get("\(path)/2/9").status == 404)
            #expect(try await !window.get("/desk").body.contains("的留言等待回复"))
            let forged = try await approver.post(path, [("text", "我来回复"), ("_key", "forged")], from: foreign)
            #expect(forged.status == 403)
            let after = try await house.log.read(TestHouse.realm) { [id = applied.caseFile] in
                try $0.conversation(of: id).state
            }
            #expect(after.messages.map(\.from) == [.party, .agency])
            #expect(after.messages.first?.readAt != nil)
        }
    }
}
