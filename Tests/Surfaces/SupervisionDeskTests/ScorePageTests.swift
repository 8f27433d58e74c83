import EventLog
import Kernel
import Supervision
import TestHouse
import TestSupport
import Testing
import WebServer

@testable import SupervisionDesk

@Suite("Efficiency scores on the desk")
struct ScorePageTests {
    private struct Visitor {
        let client: RawClient
        let name: String

        func page(_ path: String) async throws -> RawAnswer {
            try await client.send("GET", path, headers: ["X-Principal: \(name)"])
        }

        @discardableResult
        func send(_ path: String, from address: String, _ fields: [String: String] = [:]) async throws -> RawAnswer {
            let page = try await page(address)
            let all = fields.merging(["_token": page.field("_token") ?? "", "_key": page.field("_key") ?? ""]) { $1 }
            return try await client.form(
                path,
                all.map { "\($0.key)=\(URLText.encode($0.value))" }.joined(separator: "&"),
                headers: ["X-Principal: \(name)", page.cookieHeader]
            )
        }
    }

    @Test(
        "a division chooses its scheme for a month that has not begun, and drafts by it; the months before keep theirs"
    )
    func scheme() async throws {
        let desk = try await TestDesk()
        try await desk.neglectedCase()
        try await desk.serve { client in
            let supervisor = Visitor(client: client, name: "supervisor")
            let agency = Visitor(client: client, name: "officer")
            let fields = { (scheme: String, from: String) in ["scheme": scheme, "from": from, "reason": "本区以许可为主"] }
            let path = SupervisionPath.scoreScheme
            let begun = try await supervisor.send(path, from: SupervisionPath.scores, fields("A", "2026-03"))
            #expect(begun.status == 422 && begun.body.contains("已经开始或者已过"))
            let none = try await supervisor.send(path, from: SupervisionPath.scores, fields("Z", "2026-04"))
            #expect(none.status == 422 && none.body.contains("没有计分方案Z"))
            #expect(try await agency.send(path, from: SupervisionPath.scores, fields("A", "2026-04")).status == 403)
            let done = try await supervisor.send(path, from: SupervisionPath.scores, fields("A", "2026-04"))
            #expect(done.status == 303)
            try await desk.wait(until: "2026-05-06")
            for month in ["2026-03", "2026-04"] {
                let asked = SupervisionPath.scores(try #require(ScoreMonth(month)), .draft)
                #expect(try await supervisor.send(asked, from: SupervisionPath.scores).status == 303)
            }
            let used = try await desk.house.log.read(TestHouse.realm) { reading in
                try ["2026-03", "2026-04"].map { month in
                    let key = MonthlyScores.key("511602", try #require(ScoreMonth(month)))
                    return try reading.state(MonthlyScores.self, key).state.draft?.scheme.id
                }
            }
            #expect(used == [desk.scoreSchemes.inUse, "A"])
            let page = try await agency.page(SupervisionPath.scores)
            for word in ["方案A：百分扣分制（2026年5月用）", "2026年4月起", "本区以许可为主", "督办、监督文书"] {
                #expect(page.body.contains(word), "\(word)")
            }
        }
    }

    @Test("a draft is objected to, answered, and frozen by another supervisor after the days to object; then it stands")
    func life() async throws {
        let desk = try await TestDesk()
        try await desk.neglectedCase()
        try await desk.wait(until: "2026-03-26")
        let month = try #require(ScoreMonth("2026-03"))
        let path = SupervisionPath.scores(month)
        try await desk.serve { client in
            let first = Visitor(client: client, name: "supervisor")
            let second = Visitor(client: client, name: "colleague")
            let agency = Visitor(client: client, name: "officer")
            let early = try await first.send(SupervisionPath.scores(month, .draft), from: "/supervision/scores")
            #expect(early.status == 404)
            try await desk.wait(until: "2026-04-01")
            #expect(
                try await agency.send(SupervisionPath.scores(month, .draft), from: "/supervision/scores").status == 403
            )
            #expect(
                try await first.send(SupervisionPath.scores(month, .draft), from: "/supervision/scores").status == 303
            )
            let scores = try await desk.house.log.read(TestHouse.realm) {
                try $0.state(MonthlyScores.self, MonthlyScores.key("511602", month)).state
            }
            let standings = scores.standings(.agency)
            let own = try #require(standings.first { $0.sheet.subject == .agency(desk.house.agency.text) })
            #expect(own.sheet.lines.count >= 1)
            #expect(own.result.total < 10_000)
            let sheet = SupervisionPath.scoreSheet(month, own.index)
            let shown = try await agency.page(sheet)
            for word in ["提出异议", "各部分之和", "期限合法"] { #expect(shown.body.contains(word), "\(word)") }
            let position = try #require(own.sheet.lines.first?.fact.position)
            let objection = ["position": "\(position)", "text-\(position)": "当日系统升级，无法办理"]
            #expect(try await agency.send(SupervisionPath.scores(month, .object), from: sheet, objection).status == 303)
            let again = try await agency.send(SupervisionPath.scores(month, .object), from: sheet, objection)
            #expect(again.status == 403 || again.status == 422)
            let answer = ["number": "1", "outcome": "upheld", "text-1": "经查属实，不予扣分"]
            #expect(try await first.send(SupervisionPath.scores(month, .answer), from: path, answer).status == 303)
            #expect(try await second.page(SupervisionPath.scoreBulletin(month)).status == 404)
            try await desk.wait(until: "2026-04-30")
            let opinion = ["opinion": "数据属实，予以审定"]
            let same = try await first.send(SupervisionPath.scores(month, .freeze), from: path, opinion)
            #expect(same.status == 422)
            #expect(try await second.send(SupervisionPath.scores(month, .freeze), from: path, opinion).status == 303)
            let late = try await agency.send(SupervisionPath.scores(month, .object), from: sheet, objection)
            #expect(late.status == 422 || late.status == 403)
            let page = try await agency.page(path)
            for word in ["已审定", "成立，不扣分", "经查属实，不予扣分", "通报（PDF）"] { #expect(page.body.contains(word), "\(word)") }
            let paper = try await client.send(
                "GET",
                SupervisionPath.scoreBulletin(month),
                headers: ["X-Principal: officer"]
            )
            #expect(paper.status == 200)
            let after = try await desk.house.log.read(TestHouse.realm) {
                try $0.state(MonthlyScores.self, MonthlyScores.key("511602", month)).state
            }
            let result = try #require(after.standings(.agency).first { $0.index == own.index }?.result)
            #expect(result.total > own.result.total)
        }
    }
}
