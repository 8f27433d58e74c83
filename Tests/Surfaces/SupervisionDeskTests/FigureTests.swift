import Casework
import Directory
import EventLog
import Interchange
import Kernel
import Supervision
import TestHouse
import TestSupport
import Testing
import WebServer

@testable import SupervisionDesk

@Suite("Every number of the desk and the list behind it")
struct FigureTests {
    private static let supervisor = ["X-Principal: supervisor"]

    /// A number on a page, and where it leads.
    private struct Shown: Hashable {
        let text: String
        let address: String
    }

    /// The numbers of a page that lead somewhere: in tiles, in tables and in the tables below the charts.
    private static func figures(_ body: String) -> Set<Shown> {
        let link = /<a class="figure[^"]*" href="([^"]+)">([^<]+)<\/a>/
        let tile =
            /<p class="tile-label">(?:(?!<\/p>).)*<a href="([^"]+)">[^<]*<\/a><\/p><p class="tile-figure"><strong>([^<]+)</
        let found =
            body.matches(of: link).map { ($0.output.1, $0.output.2) }
            + body.matches(of: tile.dotMatchesNewlines()).map { ($0.output.1, $0.output.2) }
        return Set(found.map { Shown(text: String($0.1), address: String($0.0).replacing("&amp;", with: "&")) })
    }

    /// Every line of a list, over all of its pages, as the texts of its cells.
    private static func lines(_ address: String, _ client: RawClient) async throws -> [[String]] {
        var lines: [[String]] = []
        var next: String? = address
        while let path = next {
            let page = try await client.send("GET", path, headers: supervisor)
            try #require(page.status == 200, "\(path)")
            let row = /<tr[^>]*>(<td.*?)<\/tr>/
            lines += page.body.matches(of: row.dotMatchesNewlines()).map { match in
                match.output.1.split(separator: "</td>").map { String($0.replacing(/<[^>]*>/, with: "")) }
            }
            let link = /<a class="button secondary" href="([^"]+)" rel="next">/
            next = page.body.firstMatch(of: link).map { String($0.output.1).replacing("&amp;", with: "&") }
            try #require(lines.count < 2_000)
        }
        return lines
    }

    @Test(
        "a number is as large as its list is long, page by page; an average is that of its lines",
        arguments: StorageEngine.allCases
    )
    func numbers(on engine: StorageEngine) async throws {
        let desk = try await TestDesk(on: engine)
        // More than a page of cases; the last ones were taken up after their step's limit.
        for number in 1...52 { try await desk.neglectedCase(name: "申请人\(number)") }
        let late = try await desk.house.apply(name: "迟办")
        desk.house.clock.set("2026-03-20")
        let receive = CompleteStep(
            caseFile: late.caseFile,
            seen: try await desk.house.state(late.caseFile).version,
            step: "receive",
            outcome: "registered",
            opinion: "材料齐全",
            details: .none
        )
        try await desk.house.submit(receive, by: desk.house.officer(.reception))
        for day in ["2026-03-23", "2026-03-25", "2026-03-26"] as [Day] { try await desk.wait(until: day) }
        var agency = StepQuery()
        agency.agency = desk.house.agency.text
        let post = try desk.house.officer(.reception).post
        let item = agency.with { $0.post = post }
        let caseFile = item.with { $0.caseNumber = late.number }
        let pages =
            [
                SupervisionPath.wall, "\(SupervisionPath.wall)?days=90", "\(SupervisionPath.wall)?display=wall",
                SupervisionPath.findings,
            ]
            + [StepQuery(), agency, item, caseFile, StepQuery().with { $0.month = ScoreMonth("2026-03") }]
            .map(SupervisionPath.steps)
        try await desk.serve { client in
            var all: Set<Shown> = []
            for path in pages {
                let page = try await client.send("GET", path, headers: Self.supervisor)
                #expect(page.status == 200)
                all.formUnion(Self.figures(page.body))
            }
            // Tiles, agencies, trend, stages; steps, parts, months, funnel, heat and bottlenecks.
            for list in ["findings?", "cases?", "steps/list?"] {
                #expect(all.count { $0.address.contains(list) } >= 4, "\(list)")
            }
            #expect(all.contains { $0.text == "53" })
            for figure in all {
                let lines = try await Self.lines(figure.address, client)
                if figure.address.contains("figure=use") {
                    let uses = lines.compactMap { $0.last.flatMap(Int.init) }
                    #expect(uses.count == lines.count, "\(figure)")
                    let average = Double(uses.reduce(0, +)) / Double(max(1, uses.count))
                    #expect((average - (Double(figure.text) ?? -99)).magnitude <= 1, "\(figure)")
                } else {
                    #expect(Int(figure.text) == lines.count, "\(figure)")
                    #expect(Set(lines.map { $0.joined(separator: "|") }).count == lines.count, "\(figure)")
                }
            }
        }
    }

    @Test("every list says how its number is made, from when to when, and by which article")
    func formulas() async throws {
        let desk = try await TestDesk()
        try await desk.neglectedCase()
        for day in ["2026-03-23", "2026-03-25"] as [Day] { try await desk.wait(until: day) }
        var steps = StepQuery()
        steps.days = .month
        let day: Day = "2026-03-25"
        let lists: [(path: String, words: [String])] = [
            (SupervisionPath.cases(CaseListQuery()), ["在办办件", "共1件", "自上线起至现在", "还没有办结"]),
            (SupervisionPath.cases(CaseListQuery(.overdue)), ["超期未办", "优化营商环境条例§36", "行政许可法§32", "共1件"]),
            (SupervisionPath.cases(CaseListQuery(stage: .suspended)), ["暂停计时", "行政许可法§45", "共0件"]),
            (
                SupervisionPath.findings(FindingQuery(isCard: true, days: day...day)),
                ["2026年3月25日零时至二十四时发出的黄牌与红牌", "共2张", "只看黄牌与红牌", "不限"]
            ),
            (SupervisionPath.stepList(steps, .use), ["2026年2月24日至2026年3月25日", "除以环节时限", "平均"]),
        ]
        try await desk.serve { client in
            for list in lists {
                let page = try await client.send("GET", list.path, headers: Self.supervisor)
                for word in ["口径："] + list.words { #expect(page.body.contains(word), "\(list.path) \(word)") }
            }
            let wall = try await client.send("GET", SupervisionPath.wall, headers: Self.supervisor)
            for word in ["各数的口径", "未了结的红牌", "今日零时以来"] { #expect(wall.body.contains(word), "\(word)") }
        }
    }

    @Test(
        "lists of others' cases, and addresses that say nothing, show nothing of others and do not break",
        arguments: [
            ("/supervision/cases?agency=01A9", 200), ("/supervision/cases?kind=x&stage=y&trail=z", 200),
            ("/supervision/cases?trail=-1.%27_9.", 200), ("/supervision/steps/list?division=510100", 403),
            ("/supervision/steps/list?figure=x&trail=x_y", 200), ("/supervision/steps/list?month=2026-99", 200),
            ("/supervision/findings?from=2026-03-09&through=2026-03-01", 200),
        ]
    )
    func strange(_ path: String, _ status: Int) async throws {
        let desk = try await TestDesk()
        let number = try await desk.neglectedCase().number
        try await desk.serve { client in
            let page = try await client.send("GET", path, headers: Self.supervisor)
            #expect(page.status == status)
            if path.contains("01A9") { #expect(!page.body.contains(number)) }
            for name in ["officer", "clerk"] where !path.contains("findings") {
                let page = try await client.send("GET", path, headers: ["X-Principal: \(name)"])
                #expect(page.status == 403)
            }
        }
    }

    @Test("points of a month lead to their facts and to the decided cases they are measured by")
    func scores() async throws {
        let desk = try await TestDesk()
        try await desk.neglectedCase()
        for day in ["2026-03-23", "2026-03-25", "2026-03-26", "2026-04-01"] as [Day] { try await desk.wait(until: day) }
        let month = try #require(ScoreMonth("2026-03"))
        try await desk.serve { client in
            let form = try await client.send("GET", SupervisionPath.scores, headers: Self.supervisor)
            let fields = "_token=\(form.field("_token") ?? "")&_key=\(form.field("_key") ?? "")"
            let sent = try await client.form(
                SupervisionPath.scores(month, .draft),
                fields,
                headers: Self.supervisor + [form.cookieHeader]
            )
            #expect(sent.status == 303)
            let page = try await client.send("GET", SupervisionPath.scores(month), headers: Self.supervisor)
            let figures = Self.figures(page.body)
            #expect(figures.contains { $0.address.contains("part=time") && $0.text != "14" })
            for figure in figures {
                // A browser keeps what stands behind the mark for itself.
                let path = String(figure.address.prefix { $0 != "#" })
                let sheet = try await client.send("GET", path, headers: Self.supervisor)
                #expect(sheet.status == 200, "\(figure)")
                let facts = sheet.body.split(separator: "id=\"facts\"").last?.split(separator: "</section>").first ?? ""
                let points = facts.matches(of: /<strong>−([0-9.]+)<\/strong>/).compactMap { Double($0.output.1) }
                if figure.address.contains("part=time") {
                    #expect(Double(figure.text) == 14 - points.reduce(0, +), "\(figure)")
                } else if figure.address.hasSuffix("#facts"), !figure.address.contains("part=") {
                    #expect(Int(figure.text) == points.count, "\(figure)")
                }
                for counted in Self.figures(sheet.body) where counted.address.contains("/cases") {
                    #expect(Int(counted.text) == (try await Self.lines(counted.address, client)).count)
                }
            }
            let path = SupervisionPath.scoreCases(month, 0, isEarly: false)
            #expect(try await client.send("GET", path, headers: Self.supervisor).body.contains("本月决定"))
            let none = SupervisionPath.scoreCases(month, 999, isEarly: true)
            #expect(try await client.send("GET", none, headers: Self.supervisor).status == 404)
        }
    }

    @Test(
        "a page and a list come as a workbook with the same lines, how the number is made, and who took it; all text",
        arguments: [
            "/supervision/cases", "/supervision/findings", "/supervision/steps/list?figure=steps", "/supervision/steps",
            "/supervision",
        ]
    )
    func workbooks(_ path: String) async throws {
        let desk = try await TestDesk()
        try await desk.neglectedCase()
        let number = try await desk.neglectedCase().number
        for day in ["2026-03-23", "2026-03-25"] as [Day] { try await desk.wait(until: day) }
        try await desk.serve { client in
            let page = try await client.send("GET", path, headers: Self.supervisor)
            let address = DeskSheet.address(path)
            #expect(page.body.contains("href=\"\(address.replacing("&", with: "&amp;"))\""))
            let file = try await client.send("GET", address, headers: Self.supervisor)
            #expect(file.header("content-type")?.contains("spreadsheetml") ?? false)
            let rows = try Spreadsheet(file.content).rows.map(\.cells)
            let notes = rows.count { $0.first?.hasPrefix("口径：") ?? false }
            #expect(notes >= 1)
            #expect(rows.last?.first?.hasPrefix("导出人：演示监察，导出时间：") ?? false)
            guard path.contains("cases") || path.contains("findings") || path.contains("list") else { return }
            #expect(rows.contains { $0.contains(number) })
            let extra = path.contains("list") ? 3 : 2
            #expect(rows.count - notes - extra == (try await Self.lines(path, client)).count)
        }
    }
}
