import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@testable import Hall
@testable import Supervision

@Suite("What supervision came to, in the Hall")
struct OversightTests {
    @Test("a bulletin is shown by government, by agency and month, as files and paper; masked; gone when withdrawn")
    func published() async throws {
        let site = try await HallTestSite()
        try await site.publishBulletins()
        try await site.serve { visitor in
            try await visitor.go("/oversight")
            #expect(visitor.page.contains("演示区") && visitor.page.contains("2026年2月"))
            try await visitor.go("/oversight/of/511602/2026-02")
            for words in ["演示司监意〔2026〕1号", "已纠正", "演示区教育局", "时效", "红牌"] {
                #expect(visitor.page.contains(words), "\(words)")
            }
            #expect(!visitor.page.contains("13812345678"))
            try await visitor.go("/oversight/agencies/1A1")
            #expect(visitor.page.contains("2026年1月") && visitor.page.contains("2026年2月"))
            let base = "/oversight/of/511602/2026-02"
            try await visitor.go("\(base)/figures.csv")
            #expect(visitor.page.contains("511602,2026-02,1A1,演示区教育局,时效,红牌,2,0,1,0"))
            try await visitor.go("\(base)/orders.json")
            #expect(visitor.mediaType == "application/json")
            #expect(visitor.page.contains(#""number":"演示司监意〔2026〕1号""#))
            #expect(!visitor.page.contains("13812345678"))
            try await visitor.go("\(base)/bulletin.pdf")
            let paper = try Printed(visitor.content)
            for words in ["2026年2月行政权力运行监督通报", "演示区教育局", "演示司监意〔2026〕1号"] {
                #expect(paper.text.contains(words), "\(words)")
            }
            for path in ["/oversight/of/511602/2026-03", "/oversight/of/1/2026-02", "\(base)/figures.exe"] {
                try await visitor.go(path)
                #expect(visitor.status == 404, "\(path)")
            }
            try await site.record(.withdrawn(BulletinWithdrawn(reason: Open("数字有误，核对后重新公开"))), "2026-02")
            try await visitor.go(base)
            #expect(visitor.status == 410 && visitor.page.contains("数字有误"))
            try await visitor.go("\(base)/figures.csv")
            #expect(visitor.status == 404)
            try await visitor.go("/oversight")
            #expect(!visitor.page.contains("2026年2月"))
        }
    }
}

/// Records a fact about a bulletin, as if supervisors had come to it.
private struct RecordBulletin: Command {
    static let name = "RecordBulletin"
    let key: String
    let event: BulletinEvent

    private enum CodingKeys: CodingKey {
        case key
    }

    func run(in session: CommandSession) throws -> String {
        try session.append(event, to: SupervisionBulletin.self, key)
        return key
    }
}

extension HallTestSite {
    func record(_ event: BulletinEvent, _ period: String) async throws {
        let command = RecordBulletin(key: "511602:\(period)", event: event)
        try await house.submit(command, by: Actor(kind: .officer, id: "founder"))
    }

    /// Two months of one agency; in a text stands what nobody outside may read.
    func publishBulletins() async throws {
        for (text, issuedOn) in [("2026-01", "2026-01-20"), ("2026-02", "2026-02-12")] as [(String, Day)] {
            let period = try #require(BulletinPeriod(text))
            var figure = FindingFigure(agency: "1A1", agencyName: "演示区教育局", dimension: .time, level: .redCard)
            figure.upheld = 2
            figure.withdrawn = 1
            let order = PublishedOrder(
                id: "1D1",
                kind: .opinion,
                number: "演示司监意〔2026〕1号",
                issuerName: "演示区司法局",
                agency: "1A1",
                agencyName: "演示区教育局",
                matter: "民办幼儿园设立审批",
                issuedOn: issuedOn,
                facts: "超过承诺时限未作决定，申请人电话13812345678",
                article: "优化营商环境条例§36",
                demand: "立即作出决定",
                status: .corrected,
                concludedOn: issuedOn + 8,
                conclusion: "已经纠正",
                corrections: 1
            )
            let record = BulletinRecord(
                period: period,
                division: "511602",
                divisionName: "演示区",
                figures: [figure],
                orders: [order],
                standings: []
            )
            try await self.record(.published(BulletinPublished(record: Open(record))), text)
        }
    }
}
