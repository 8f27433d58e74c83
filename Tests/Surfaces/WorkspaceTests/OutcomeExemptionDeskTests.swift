import Directory
import EventLog
import Kernel
import Participation
import TestHouse
import TestSupport
import Testing

@Suite("Outcomes that may not be published, at the desk")
struct OutcomeExemptionDeskTests {
    @Test("proposed on a ground, decided by somebody else, and told on the page")
    func kept() async throws {
        let desk = try await TestDesk()
        let house = desk.house
        let filed = try await house.submit(
            FileLetter(
                .complaint,
                about: .agency(house.agency),
                title: "窗口违规收费",
                text: "办理时被要求另交一百元。",
                writer: nil,
                queryDigest: "digest",
                desk.clocks
            ),
            by: Actor(kind: .visitor, id: "hall")
        )
        let officer = try house.officer(.approve)
        try await house.submit(AcceptLetter(letter: filed.letter, seen: 1), by: officer)
        let reply = ReplyToLetter(
            letter: filed.letter,
            seen: 2,
            reply: "经查，收费没有依据，已责令退还。",
            outcome: .upheld,
            measures: "已退还并批评教育",
            desk.clocks
        )
        try await house.submit(reply, by: officer)
        let address = "/correspondence/\(filed.number)"
        try await desk.serve { port in
            let reviewer = DeskBrowser(port: port)
            _ = try await reviewer.signIn("reviewer")
            var page = try await reviewer.get(address)
            #expect(page.body.contains("提请不公开") && !page.body.contains("审批不公开"))
            let empty = try await reviewer.post("\(address)/exempt", [("reason", "只有一人办过")], from: page)
            #expect(empty.status == 422 && empty.body.contains("不公开的理由应为所列的一项，实为未选"))
            page = try await reviewer.get(address)
            let asked = [("ground", "writerKnown"), ("reason", "只有来信人一人办过这件事")]
            page = try await reviewer.act("\(address)/exempt", asked, from: page)
            #expect(page.body.contains("提请不公开，待审批") && !page.body.contains("预览公开内容"))
            let own = [("decision", "approve"), ("opinion", "情况属实")]
            let refused = try await reviewer.post("\(address)/decide-exemption", own, from: page)
            #expect(refused.status == 403 && refused.body.contains("提请人不得审批自己的提请"))
            let approver = DeskBrowser(port: port)
            _ = try await approver.signIn("approver")
            page = try await approver.get(address)
            page = try await approver.act("\(address)/decide-exemption", own, from: page)
            #expect(page.body.contains("依法不公开：隐去个人信息后仍会暴露来信人"))
            #expect(!page.body.contains("提请不公开</summary>"))
        }
    }
}
