import Casework
import EventLog
import Kernel
import Supervision
import TestHouse
import TestSupport
import Testing
import WebServer

@testable import SupervisionDesk

@Suite("Bulletins on the desk")
struct BulletinTests {
    private struct Visitor {
        let client: RawClient
        let name: String

        func page(_ path: String) async throws -> RawAnswer {
            try await client.send("GET", path, headers: ["X-Principal: \(name)"])
        }

        @discardableResult
        func send(_ path: String, from address: String, _ fields: [String: String] = [:]) async throws -> RawAnswer {
            let page = try await page(address)
            let own = [
                "_token": page.field("_token") ?? "", "_key": page.field("_key") ?? "",
                "seen": page.field("seen") ?? "",
            ]
            return try await client.form(
                path,
                fields.merging(own) { $1 }.map { "\($0.key)=\(URLText.encode($0.value))" }.joined(separator: "&"),
                headers: ["X-Principal: \(name)", page.cookieHeader]
            )
        }
    }

    private static func published(_ desk: TestDesk, _ period: BulletinPeriod) async throws -> BulletinRecord? {
        try await desk.house.log.read(TestHouse.realm) { reading in
            guard case .published(let record, _)? = try PublicBulletins(reading).bulletin(of: "511602", period) else {
                return nil
            }
            return record
        }
    }

    @Test("another supervisor reviews a bulletin before it is public; what is withdrawn later is held against nobody")
    func life() async throws {
        let desk = try await TestDesk()
        let answer = try await desk.neglectedCase()
        try await desk.wait(until: "2026-03-26")
        let matter = FindingMatter.caseFile(answer.caseFile)
        let all = try await desk.house.log.read(TestHouse.realm) { try $0.findings(of: answer.caseFile).all }
        let card = try #require(all.last { $0.breach.level == .redCard })
        let finding = SupervisionPath.finding(matter, card.number)
        let month = try #require(BulletinPeriod("2026-03"))
        let quarter = try #require(BulletinPeriod("2026-Q1"))
        let path = SupervisionPath.bulletin(month)
        try await desk.serve { client in
            let first = Visitor(client: client, name: "supervisor")
            let second = Visitor(client: client, name: "colleague")
            let agency = Visitor(client: client, name: "officer")
            let inspector = Visitor(client: client, name: "inspector")
            #expect(try await first.page(path).status == 404)
            let draft = SupervisionPath.draftOrder(matter, card.number)
            let demand = ["kind": "urging", "demand": "尽快就张三（13812345678）的申请作出决定"]
            #expect(try await first.send(draft, from: draft, demand).status == 303)
            let order = try #require(
                try await desk.house.log.read(TestHouse.realm) { try $0.orders(about: matter) }.first
            )
            let orderPath = SupervisionPath.order(order.id)
            #expect(try await second.send("\(orderPath)/cosign", from: orderPath).status == 303)
            try await agency.send("\(finding)/explain", from: finding, ["explanation": "承办人休假，交接不及时"])
            try await first.send("\(finding)/accept", from: finding, ["opinion": "情况属实，予以认定"])

            try await desk.wait(until: "2026-04-01")
            #expect(try await agency.page(SupervisionPath.bulletins).status == 403)
            #expect(try await first.page(SupervisionPath.bulletins).body.contains("2026年第一季度"))
            let preview = try await first.page(path)
            #expect(preview.body.contains("督办通知书") && !preview.body.contains("张三"))
            #expect(!preview.body.contains("13812345678"))
            #expect(try await first.send("\(path)/propose", from: path).status == 303)
            #expect(try await Self.published(desk, month) == nil)
            let own = try await first.send("\(path)/review", from: path, ["outcome": "approved"])
            #expect(own.status == 422 && own.body.contains("提请人以外"))
            let back = try await second.send("\(path)/review", from: path, ["outcome": "sentBack", "opinion": "短"])
            #expect(back.status == 422)
            let reason = ["outcome": "sentBack", "opinion": "请核对数字后再报"]
            #expect(try await second.send("\(path)/review", from: path, reason).status == 303)
            #expect(try await first.page(path).body.contains("请核对数字后再报"))
            #expect(try await first.send("\(path)/propose", from: path).status == 303)
            #expect(try await second.page("\(path)/paper").body.hasPrefix("%PDF-"))
            // Who supervises one agency from within learns of it when everybody does.
            #expect(try await !inspector.page(SupervisionPath.bulletins).body.contains(month.chinese))
            for hidden in [path, "\(path)/paper"] { #expect(try await inspector.page(hidden).status == 404) }
            #expect(try await second.send("\(path)/review", from: path, ["outcome": "approved"]).status == 303)
            let again = try await second.send("\(path)/review", from: path, ["outcome": "approved"])
            #expect(again.status == 422)

            #expect(try await inspector.page(SupervisionPath.bulletins).body.contains(month.chinese))
            #expect(try await inspector.page("\(path)/paper").body.hasPrefix("%PDF-"))
            #expect(try await first.send("\(path)/propose", from: path).status == 303)
            #expect(try await first.page(path).body.contains("待审核"))
            let known = try await inspector.page(path)
            #expect(known.status == 200 && !known.body.contains("待审核"))

            let record = try #require(try await Self.published(desk, month))
            #expect(record.figures.first { $0.level == .redCard }?.upheld == 1)
            #expect(FigureSum(record.figures.filter { $0.level < .redCard }).withdrawn == 0)
            #expect(record.orders.map(\.status) == [.issued])
            #expect(!(record.orders.first?.demand.contains("13812345678") ?? true))

            let quarterPath = SupervisionPath.bulletin(quarter)
            #expect(try await first.send("\(quarterPath)/propose", from: quarterPath).status == 303)
            #expect(
                try await second.send("\(quarterPath)/review", from: quarterPath, ["outcome": "approved"]).status == 303
            )

            try await first.send("\(finding)/withdraw", from: finding, ["reason": "经查系统故障所致"])
            let mistaken = ["outcome": "withdrawn", "conclude-text": "依据有误，予以撤回"]
            #expect(try await first.send("\(orderPath)/conclude", from: orderPath, mistaken).status == 303)
            for period in [month, quarter] {
                let fair = try #require(try await Self.published(desk, period))
                let card = try #require(fair.figures.first { $0.level == .redCard })
                let before = try #require(record.figures.first { $0.level == .redCard })
                #expect(card.upheld == 0 && card.withdrawn == 1 && card.pending == before.pending)
                #expect(fair.orders.isEmpty)
            }
            let wrong = ["reason": "口径有误，更正后重新公开"]
            #expect(try await second.send("\(path)/withdraw", from: path, wrong).status == 303)
            #expect(try await Self.published(desk, month) == nil)
            #expect(try await first.page(path).body.contains("口径有误"))
        }
    }

    @Test(
        "a quarter has three months; a text of another form is none",
        arguments: [
            ("2026-Q1", "2026年第一季度", "2026-01-01"..."2026-03-31"),
            ("2025-Q4", "2025年第四季度", "2025-10-01"..."2025-12-31"),
            ("2026-02", "2026年2月", "2026-02-01"..."2026-02-28"),
        ] as [(String, String, ClosedRange<Day>)]
    )
    func periods(text: String, chinese: String, days: ClosedRange<Day>) throws {
        let period = try #require(BulletinPeriod(text))
        #expect(period.chinese == chinese && period.days == days && period.text == text)
        for wrong in ["2026-Q0", "2026-Q5", "2026-Q", "x026-Q1", "2026Q1", "2026-13"] {
            #expect(BulletinPeriod(wrong) == nil)
        }
    }
}
