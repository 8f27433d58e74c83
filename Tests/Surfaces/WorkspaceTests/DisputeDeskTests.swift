import Access
import Casework
import Codes
import Directory
import EventLog
import Kernel
import Parties
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("Disputes over jurisdiction at the desk")
struct DisputeDeskTests {
    private static let reasons = "违法行为发生在该机关管辖范围内"

    /// A penalty case of the desk's agency, another agency with such a power, and the government, each with an account.
    private static func quarrel() async throws -> (desk: TestDesk, number: String) {
        let desk = try await TestDesk()
        let item = try await desk.house.publish(.penaltyOrdinary, .penalty, named: "对无证办学的处理")
        let other = try await desk.house.neighbor()
        _ = try await other.publish(.penaltyHearing, .penalty, named: "对违规收费的处罚")
        try await desk.account("other", of: other)
        try await desk.account("government", of: desk.house.government())
        let definition = try ProcessTemplate.penaltyOrdinary.definition()
        let first = try #require(definition.step(definition.first))
        let documents = try DocumentRecord.filledIn(first, first.outcomes[0])
        let command = OpenCase(
            item: item,
            party: .organization(name: "演示托幼服务有限公司", code: "91350100M000100Y43", representative: nil),
            clue: Clue(source: .inspection, facts: "未取得办学许可证招收幼儿二十三名", place: "演示路一百号", happenedOn: "2026-02-27"),
            documents: documents
        )
        return (desk, try await desk.house.submit(command, by: desk.house.officer(.handle)).number)
    }

    @Test("the item is found in the catalog without script; both sides and the superior see the dispute and settle it")
    func dispute() async throws {
        let (desk, number) = try await Self.quarrel()
        try await desk.serve { port in
            let approver = DeskBrowser(port: port)
            let page = try await approver.signIn("approver", on: "/desk/cases/\(number)")
            #expect(page.body.contains("提出管辖权争议"))
            let found = try await approver.post(
                "/desk/cases/\(number)/dispute",
                [("dispute-find", "违规收费"), ("dispute-search", "1"), ("dispute-reasons", Self.reasons)],
                from: page
            )
            #expect(found.status == 200 && found.body.contains("value=\"DEMO-penalty-hearing\""))
            #expect(found.body.contains(Self.reasons), "what was typed stays")
            #expect(!found.body.contains("value=\"DEMO-penalty-ordinary\""), "the own items are not offered")
            let raised = try await approver.act(
                "/desk/cases/\(number)/dispute",
                [
                    ("dispute-item", "DEMO-penalty-hearing"), ("dispute-side", "holder"),
                    ("dispute-reasons", Self.reasons),
                ],
                from: found
            )
            #expect(raised.body.contains("与演示区民政局的管辖权争议：正在协商"))
            #expect(!raised.body.contains("确认：移送管辖") && !raised.body.contains("确认：终止"))

            let other = DeskBrowser(port: port)
            let list = try await other.signIn("other", on: "/disputes")
            #expect(list.body.contains(number) && list.body.contains("协商中"))
            #expect(try await other.get("/desk/cases/\(number)").status == 403, "the file stays closed")
            let dispute = try await other.get("/disputes/\(number)")
            #expect(dispute.body.contains("未取得办学许可证招收幼儿二十三名") && dispute.body.contains(Self.reasons))
            let short = try await other.post(
                "/disputes/\(number)/consult",
                [("consult-side", "other"), ("consult-reasons", "归我管")],
                from: dispute
            )
            #expect(short.status == 422 && short.body.contains("归我管"))
            let stated = try await other.act(
                "/disputes/\(number)/consult",
                [("_key", DeskBrowser.freshKey()), ("consult-side", "other"), ("consult-reasons", Self.reasons)],
                from: dispute
            )
            #expect(stated.body.contains("认为由演示区民政局管辖"))
            let reported = try await other.act(
                "/disputes/\(number)/report",
                [("report-reasons", Self.reasons)],
                from: stated
            )
            #expect(reported.body.contains("已报请演示区人民政府指定管辖"))

            let government = DeskBrowser(port: port)
            let above = try await government.signIn("government", on: "/disputes/\(number)")
            let designated = try await government.act(
                "/disputes/\(number)/designate",
                [
                    ("designate-side", "other"), ("designate-document", "演示区府函〔2026〕1号，3月9日"),
                    ("designate-reasons", Self.reasons),
                ],
                from: above
            )
            #expect(designated.body.contains("已制作《指定管辖决定书》《案件移送函》"))
            #expect(designated.body.contains("受移送机关的案号"))
            #expect(try await other.get("/disputes").body.contains("没有未解决的管辖权争议"))

            let window = DeskBrowser(port: port)
            _ = try await window.signIn("window")
            #expect(try await window.get("/disputes/\(number)").status == 200, "colleagues read it")
            #expect(try await window.get("/disputes/1-20260302-00099").status == 404)
        }
        let told = try await desk.house.state(desk.caseID(number)).state.documents.map(\.name)
        #expect(told.contains("指定管辖决定书"))
    }
}

extension TestDesk {
    /// An account of whoever approves in another agency.
    fileprivate func account(_ name: SignInName, of other: TestHouse) async throws {
        let account = try await access.createAccount(
            name,
            for: .officer(Officer.ID(try other.officer(.approve).id)),
            in: TestHouse.realm,
            displayName: "演示\(name.text)",
            password: TestDesk.password,
            mustChange: false,
            by: nil,
            from: "test"
        )
        try await access.setRoles([RoleGrant(.approver, .agency)], of: account, by: nil, from: "test")
    }

    fileprivate func caseID(_ number: String) async throws -> CaseFile.ID {
        let found = try await house.log.read(TestHouse.realm) { try $0.caseFile(number: number)?.id }
        return try #require(found)
    }
}
