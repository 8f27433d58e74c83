import Catalog
import EventLog
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
}
