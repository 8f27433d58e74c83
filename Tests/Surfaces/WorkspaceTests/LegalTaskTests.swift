import Access
import Catalog
import Directory
import Discretion
import EventLog
import Exchange
import Kernel
import Law
import TestHouse
import TestSupport
import Testing
import WebServer

@Suite("Changes of law at the desk")
struct LegalTaskTests {
    private static let item = "511A0138600000-511602000000-000-11511301008778183N-1-00"

    /// The law the item rests on is brought into the library and repealed from today.
    private func repeal(in desk: TestDesk) async throws {
        let version = StatuteVersion(
            title: "中华人民共和国民办教育促进法",
            level: .law,
            enactments: [],
            inForceFrom: "2010-01-01",
            articles: [Article(number: 12, paragraphs: [Paragraph("审批机关应当决定。")])]
        )
        let law = Act(realm: TestHouse.realm, actor: .system("test"), key: "law")
        _ = try await desk.house.log.submit(ImportStatute(version, source: "测试"), as: law)
        let repeal = RepealStatute("民办教育促进法", from: desk.house.clock.today, ground: "某会决定")
        let act = Act(realm: TestHouse.realm, actor: .system("test"), key: "repeal")
        _ = try await desk.house.log.submit(repeal, as: act)
    }

    @Test("processes and rules that cite what falls are named, also before the day comes")
    func definitions() async throws {
        let desk = try await TestDesk()
        try await desk.serve { port in
            let office = DeskBrowser(port: port)
            var page = try await office.signIn("reviewer", on: "/law-tasks/definitions")
            #expect(page.body.contains("没有受法律变动影响的流程和规则"))
            let version = StatuteVersion(
                title: "中华人民共和国行政许可法",
                level: .law,
                enactments: [],
                inForceFrom: "2004-07-01",
                articles: [Article(number: 42, paragraphs: [Paragraph("二十日内作出决定。")])]
            )
            let act = { (key: String) in Act(realm: TestHouse.realm, actor: .system("test"), key: key) }
            _ = try await desk.house.log.submit(ImportStatute(version, source: "测试"), as: act("license law"))
            let repeal = RepealStatute("行政许可法", from: "2026-12-01", ground: "某会决定")
            _ = try await desk.house.log.submit(repeal, as: act("repeal of the license law"))
            page = try await office.get("/law-tasks/definitions")
            for text in ["流程", "监督规则（系统内置）", "《行政许可法》第", "2026年12月1日", "依据失效"] {
                #expect(page.body.contains(text), "\(text)")
            }
            #expect(!page.body.contains("《行政处罚法》"), "what did not change is not named")
        }
    }

    private func isSuspended(in desk: TestDesk) async throws -> Bool {
        let today = desk.house.clock.today
        let tasks = try await desk.house.log.read(TestHouse.realm) { try $0.legalTasks(on: today) }
        return try #require(tasks.first { $0.code == Self.item }).isSuspended
    }

    @Test("the list goes on behind a place, counts what it does not show, and begins anew at what is no place")
    func pages() async throws {
        let desk = try await TestDesk()
        try await repeal(in: desk)
        let today = desk.house.clock.today
        let tasks = try await desk.house.log.read(TestHouse.realm) { try $0.legalTasks(on: today) }
        let task = try #require(tasks.first { $0.code == Self.item })
        #expect(LegalTask.Place(task.place.text) == task.place)
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            let first = try await keeper.signIn("keeper", on: "/law-tasks")
            let total = try #require(first.body.firstMatch(of: /共 \d+ 项/)?.output)
            #expect(first.body.contains(task.code))
            let behind = try await keeper.get("/law-tasks?after=\(URLText.encode(task.place.text))")
            #expect(!behind.body.contains(task.code))
            #expect(behind.body.contains(total))
            for text in ["x", "2026-03-22", "2026-13-22 a b"] {
                #expect(try await keeper.get("/law-tasks?after=\(URLText.encode(text))").body.contains(task.code))
            }
        }
    }

    @Test(
        "a repeal suspends the item; the agency asks for an exception, another officer agrees, and it takes cases again"
    )
    func walk() async throws {
        let desk = try await TestDesk()
        try await repeal(in: desk)
        let today = desk.house.clock.today
        let tasks = try await desk.house.log.read(TestHouse.realm) { try $0.legalTasks(on: today) }
        let task = try #require(tasks.first { $0.code == Self.item })
        let (path, mark) = ("/law-tasks/\(task.item.text)", "\(task.item.text)-\(task.change.text)")
        #expect(try await isSuspended(in: desk))
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: "/law-tasks")
            for text in ["已停止受理", "待实施机关答复", "《民办教育促进法》废止", "依据失效", "截至2026年3月22日"] {
                #expect(page.body.contains(text), "\(text)")
            }
            #expect(!page.body.contains("确认：审核答复"))
            let change = ("change", task.change.text)
            page = try await keeper.post("\(path)/answer", [change, ("kind-\(mark)", "exception")], from: page)
            #expect(page.status == 422)
            #expect(page.body.contains("理由或者意见应填写"))
            #expect(page.body.contains("checked"), "the choice is kept")
            page = try await keeper.post("\(path)/answer", [change, ("reason-\(mark)", "有新法")], from: page)
            #expect(page.body.contains("答复应选择一项"))
            page = try await keeper.act(
                "\(path)/answer",
                [change, ("kind-\(mark)", "exception"), ("reason-\(mark)", "新法已公布，过渡期内继续受理")],
                from: page
            )
            #expect(page.body.contains("已办理：答复"))
            #expect(page.body.contains("待法制机构审核"))
            #expect(try await isSuspended(in: desk), "asking is not enough")
            page = try await keeper.post("\(path)/decide", [change, ("agreed-\(mark)", "yes")], from: page)
            #expect(page.status == 403)

            let office = DeskBrowser(port: port)
            page = try await office.signIn("reviewer", on: "/law-tasks")
            #expect(page.body.contains("新法已公布，过渡期内继续受理"))
            page = try await office.act(
                "\(path)/decide",
                [change, ("agreed-\(mark)", "yes"), ("opinion-\(mark)", "同意，至新法施行之日")],
                from: page
            )
            #expect(page.body.contains("已办结"))
            #expect(page.body.contains("同意，至新法施行之日"))
            #expect(try await !isSuspended(in: desk))
            page = try await office.post(
                "\(path)/decide",
                [change, ("_key", "another window"), ("agreed-\(mark)", "no"), ("opinion-\(mark)", "再想想")],
                from: page
            )
            #expect(page.status == 409)

            let window = DeskBrowser(port: port)
            page = try await window.signIn("window", on: "/law-tasks")
            #expect(page.status == 403)
        }
    }

    /// A benchmark of the item is in force, and what it rests on is repealed today.
    private func repealBelowBenchmark(
        in desk: TestDesk,
        before: () async throws -> Void = {}
    ) async throws -> (benchmark: DiscretionBenchmark, law: String) {
        let house = desk.house
        let benchmark = try #require(
            try DemonstrationBenchmarks.shipped().sorted { $0.key < $1.key }.first { !$0.value.bases.isEmpty }?.value
        )
        let law = try #require(benchmark.bases.first).law
        let old = StatuteVersion(
            title: law,
            level: .law,
            enactments: [],
            inForceFrom: "2010-01-01",
            articles: [Article(number: 12, paragraphs: [Paragraph("演示。")])]
        )
        let system = Actor.system("test")
        try await house.submit(ImportStatute(old, source: "测试"), by: system)
        try await house.publish(benchmark, of: house.license, from: house.clock.today)
        let reviewer = try #require(
            try await desk.access.staffAccounts(of: TestHouse.realm).first { $0.account.signInName.text == "reviewer" }
        )
        try await desk.access.setRoles(
            [RoleGrant(.legalOffice, .division)],
            of: reviewer.account.id,
            by: nil,
            from: "test"
        )
        try await before()
        try await desk.alerts.write()
        try await house.submit(RepealStatute(law, from: house.clock.today, ground: "某会决定"), by: system)
        try await desk.alerts.write()
        return (benchmark, law)
    }

    @Test("a benchmark whose law is repealed is listed, and its agency's head and the legal office hear of it")
    func benchmark() async throws {
        let desk = try await TestDesk()
        let house = desk.house
        let (benchmark, law) = try await repealBelowBenchmark(in: desk)
        let head = try house.officer(.approve)
        let office = try house.officer(.review)
        let window = try house.officer(.reception)
        for officer in [head, office] {
            let alert = try #require(try await desk.alerts.desk(of: officer.id).first { $0.thing == .benchmark })
            #expect(alert.number == Self.item)
            #expect(alert.subject.contains("裁量权基准 \(Self.item) 的依据因《\(StatuteName.key(law))》废止失效"))
            #expect(alert.text.hasSuffix("办理地址：https://example.org/law-tasks"))
        }
        #expect(try await desk.alerts.desk(of: window.id).filter { $0.thing == .benchmark }.isEmpty)
        try await desk.serve { port in
            let approver = DeskBrowser(port: port)
            var page = try await approver.signIn("approver", on: "/alerts")
            #expect(page.body.contains("href=\"/law-tasks/benchmarks\""))
            let keeper = DeskBrowser(port: port)
            page = try await keeper.signIn("keeper", on: "/law-tasks/benchmarks")
            for text in [Self.item, "《\(StatuteName.key(law))》废止", benchmark.issuedAs] {
                #expect(page.body.contains(text), "\(text)")
            }
            let behind = "\(house.license.text) \(StatuteName.key(law))@repeal"
            page = try await keeper.get("/law-tasks/benchmarks?after=\(URLText.encode(behind))")
            #expect(page.body.contains("没有失去依据的裁量权基准"))
        }
    }

    @Test("the benchmark of an abolished item is nobody's to adjust: it is neither told nor listed")
    func benchmarkOfAbolishedItem() async throws {
        let desk = try await TestDesk()
        let house = desk.house
        _ = try await repealBelowBenchmark(in: desk) {
            try await house.abolish(house.license, from: house.clock.today, because: "国务院决定取消")
        }
        let head = try house.officer(.approve)
        #expect(try await desk.alerts.desk(of: head.id).filter { $0.thing == .benchmark }.isEmpty)
        try await desk.serve { port in
            let page = try await DeskBrowser(port: port).signIn("keeper", on: "/law-tasks/benchmarks")
            #expect(page.body.contains("没有失去依据的裁量权基准"))
        }
    }
}
