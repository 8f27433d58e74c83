import Casework
import Directory
import EventLog
import Kernel
import Participation
import TestHouse
import Testing

@testable import Hall
@testable import Supervision

@Suite("Outcomes of complaints in the Hall")
struct OutcomeTests {
    private static let item = "511A0138600000-511602000000-000-11511301008778183N-1-00"

    @Test("an outcome stands on its own page, on the item's and on the agency's, with what was done and what followed")
    func published() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            let feedback = HallPath.feedback(of: site.house.agency.text)
            try await visitor.go(feedback)
            #expect(visitor.page.contains("还没有公开的投诉举报处理结果"))
            try await visitor.go("/letters/new?kind=complaint&item=\(Self.item)")
            try await visitor.send(
                "/letters/new",
                [
                    "kind": "complaint", "title": "多要<i>材料</i>", "text": "赵小明被要求提供指南上没有的材料。", "naming": "anonymous",
                    "step": "send",
                ]
            )
            let code = try visitor.text(after: "查询码</dt>", from: "<dd>", to: "</dd>")
            let id = try await site.conclude(
                "511602-20260302-L0001",
                .upheld,
                "已向赵小明致歉<script>alert(1)</script>，清理材料三项"
            )
            try await visitor.go("/follow/letters/511602-20260302-L0001/\(code)")
            #expect(visitor.page.contains("查办结论"))
            #expect(visitor.page.contains("最迟2026年3月30日"))
            #expect(visitor.page.contains("清理材料三项"))
            try await visitor.go("/letters?outcome=upheld")
            #expect(!visitor.page.contains("清理材料三项"), "nothing is public before it is published")
            try await site.publish("511602-20260302-L0001")
            for path in [feedback, "/letters?outcome=any", "/letters?outcome=upheld", "/items/\(Self.item)"] {
                try await visitor.go(path)
                #expect(visitor.page.contains("多要&lt;i&gt;材料&lt;/i&gt;"), "\(path)")
                #expect(visitor.page.contains("属实"), "\(path)")
            }
            try await visitor.go("/letters?outcome=unfounded")
            #expect(!visitor.page.contains("多要"))
            try await visitor.go("/publicity/agencies/\(site.house.agency.text)")
            #expect(visitor.page.contains("投诉举报属实 1 件"))
            try await visitor.go(HallPath.publishedLetter(id.text))
            #expect(visitor.page.contains("已向赵小明致歉&lt;script&gt;"))
            #expect(!visitor.page.contains("被要求提供"), "what a complaint tells may give its writer away")
            #expect(!visitor.page.contains("监督机关发出的文书"))
            try await site.order(about: id)
            try await visitor.go(HallPath.publishedLetter(id.text))
            #expect(visitor.page.contains("督办通知书"))
            #expect(visitor.page.contains("待签收"))
            try await visitor.go("/publicity/agencies/unknown/feedback")
            #expect(visitor.status == 404)
        }
    }
}

extension HallTestSite {
    /// Accepts a complaint and answers it with an outcome.
    fileprivate func conclude(
        _ number: String,
        _ outcome: ComplaintOutcome,
        _ measures: String
    ) async throws -> Letter.ID {
        let id = try #require(try await house.log.read(TestHouse.realm) { try $0.letter(number: number)?.id })
        let officer = try house.officer(.approve)
        try await house.submit(AcceptLetter(letter: id, seen: 1), by: officer)
        let reply = ReplyToLetter(
            letter: id,
            seen: 2,
            reply: "经查看窗口录像，反映的情况属实。",
            outcome: outcome,
            measures: measures,
            try ParticipationClocks.shipped()
        )
        try await house.submit(reply, by: officer)
        return id
    }

    /// Lets an order about a complaint be issued, without asking who may.
    fileprivate func order(about id: Letter.ID) async throws {
        try await house.submit(
            IssuedOrder(complaint: id, agency: house.agency),
            by: Actor(kind: .officer, id: "founder")
        )
    }
}

/// An order that two supervisors signed; this house has none.
private struct IssuedOrder: Command {
    static let name = "IssuedOrder"
    let complaint: Letter.ID
    let agency: Agency.ID

    func run(in session: CommandSession) throws -> Int {
        let terms = OrderTerms(
            kind: .urging,
            matter: .upkeep(agency),
            finding: 0,
            complaint: complaint,
            caseNumber: "",
            itemName: "民办幼儿园设立审批",
            agency: agency.text,
            agencyName: "演示区教育局",
            division: "511602",
            issuer: "1A9",
            issuerName: "演示区司法局",
            facts: "投诉查实",
            article: "河南省行政执法条例§43",
            demand: "清理材料",
            ground: nil,
            follows: nil,
            limits: try OrderLimits.shipped()
        )
        try session.append(OrderEvent.drafted(OrderDrafted(terms: terms)), to: CorrectionOrder.self, "1D1")
        let issued = OrderIssued(number: "演示司督〔2026〕1号", caseVersion: 0)
        return try session.append(OrderEvent.issued(issued), to: CorrectionOrder.self, "1D1").caseVersion
    }
}
