import Access
import Casework
import Directory
import Documents
import EventLog
import Kernel
import Supervision
import TestHouse
import TestSupport
import Testing
import WebServer

@testable import SupervisionDesk

@Suite("Duties of supervisors and agencies by day and month")
struct DutyTests {
    /// The log of the division's supervisors, under the significant digits of its code.
    private static let keeper = PatrolKeeper.division(
        Division.Code(TestHouse.division)?.digits ?? TestHouse.division
    )

    private struct Visitor {
        let client: RawClient
        let name: String

        func page(_ path: String) async throws -> RawAnswer {
            try await client.send("GET", path, headers: ["X-Principal: \(name)"])
        }

        func send(_ path: String, from page: RawAnswer, _ fields: [String: String]) async throws -> RawAnswer {
            let all = fields.merging(["_token": page.field("_token") ?? "", "_key": page.field("_key") ?? ""]) { $1 }
            return try await client.form(
                path,
                all.map { "\($0.key)=\(URLText.encode($0.value))" }.joined(separator: "&"),
                headers: ["X-Principal: \(name)", page.cookieHeader]
            )
        }
    }

    private static func patrol(_ desk: TestDesk, _ changes: [String: String]) -> [String: String] {
        [
            "on": "2026-03-02", "agency": desk.house.agency.text, "items": "", "cases": "", "found": "核对了受理环节的材料",
            "outcome": "inOrder", "next": "",
        ].merging(changes) { $1 }
    }

    private static func entries(_ desk: TestDesk, _ keeper: PatrolKeeper) async throws -> [PatrolLog.Entry] {
        try await desk.house.log.read(TestHouse.realm) { reading in
            try reading.state(PatrolLog.self, PatrolLog.key(keeper, try #require(ScoreMonth("2026-03")))).state.entries
        }
    }

    @Test("a patrol says what was looked at, found and comes next; days with too few are named")
    func patrol() async throws {
        let desk = try await TestDesk()
        let number = try await desk.neglectedCase().number
        try await desk.serve { client in
            let supervisor = Visitor(client: client, name: "supervisor")
            let form = try await supervisor.page(SupervisionPath.patrols)
            #expect(form.body.contains("每个工作日不少于1次"))
            let fields = Self.patrol(
                desk,
                ["cases": number, "outcome": "followed", "next": "三日内再看", "found": "=1+1 材料登记不全"]
            )
            #expect(try await supervisor.send(SupervisionPath.patrols, from: form, fields).status == 303)
            let entry = try #require(try await Self.entries(desk, Self.keeper).first)
            #expect(entry.number == 1 && entry.patrol.cases == [number] && entry.patrol.outcome == .followed)
            desk.house.clock.set("2026-03-05")
            let page = try await supervisor.page(SupervisionPath.patrols)
            for word in [number, "需要跟进", "三日内再看", "2天：2026年3月3日（0次）、2026年3月4日（0次）", "演示监察"] {
                #expect(page.body.contains(word), "\(word)")
            }
            // Nobody could go on patrol here before the program was in use.
            let before = try await supervisor.page(SupervisionPath.patrols(try #require(ScoreMonth("2025-12"))))
            #expect(before.body.contains("没有") && !before.body.contains("（0次）"))
            let file = try await supervisor.page(DeskSheet.address(SupervisionPath.patrols))
            #expect(file.header("content-type")?.contains("spreadsheetml") ?? false)
        }
    }

    @Test(
        "an entry that cannot be true is refused in words and records nothing",
        arguments: [
            (["on": "2026-03-03"], "巡查日期应在2026年2月27日至2026年3月2日之间"), (["on": "2026-02-26"], "所填为2026年2月26日"),
            (["on": "x"], "请填写巡查日期"), (["outcome": ""], "选择结论"), (["agency": "01A9"], "没有单位01A9"),
            (["items": "999999999999"], "没有编码为999999999999的在用事项"), (["cases": "没有的编号"], "没有办件没有的编号"),
            (["found": "好"], "查看内容和情况至少写5个字"), (["outcome": "followed"], "后续处理至少写5个字"),
        ] as [([String: String], String)]
    )
    func refusals(_ changes: [String: String], _ words: String) async throws {
        let desk = try await TestDesk()
        try await desk.serve { client in
            let supervisor = Visitor(client: client, name: "supervisor")
            let form = try await supervisor.page(SupervisionPath.patrols)
            let answer = try await supervisor.send(SupervisionPath.patrols, from: form, Self.patrol(desk, changes))
            #expect(answer.status == 422)
            #expect(answer.body.contains(words))
            #expect(try await Self.entries(desk, Self.keeper).isEmpty)
        }
    }

    @Test("an agency's own supervisor keeps the agency's log and sees no other; who does not supervise keeps none")
    func own() async throws {
        let desk = try await TestDesk()
        try await desk.serve { client in
            let inspector = Visitor(client: client, name: "inspector")
            let form = try await inspector.page(SupervisionPath.patrols)
            #expect(form.body.contains("每个工作日不少于2次"))
            #expect(try await inspector.send(SupervisionPath.patrols, from: form, Self.patrol(desk, [:])).status == 303)
            #expect(try await Self.entries(desk, .agency(desk.house.agency.text)).count == 1)
            #expect(try await Self.entries(desk, Self.keeper).isEmpty)
            let foreign = Self.patrol(desk, ["agency": desk.principals["supervisor"]?.agency?.text ?? ""])
            #expect(try await inspector.send(SupervisionPath.patrols, from: form, foreign).status == 422)
            for name in ["officer", "clerk"] {
                let visitor = Visitor(client: client, name: name)
                #expect(try await visitor.page(SupervisionPath.patrols).status == 403)
                let sent = try await visitor.send(SupervisionPath.patrols, from: form, Self.patrol(desk, [:]))
                #expect(sent.status == 403)
            }
        }
    }

    @Test(
        "an agency with powers and no case in a month is named, explains itself, and stands in the bulletin with it",
        arguments: StorageEngine.allCases
    )
    func zeroMonths(on engine: StorageEngine) async throws {
        let desk = try await TestDesk(on: engine)
        desk.house.clock.set("2026-04-02")
        let month = try #require(ScoreMonth("2026-03"))
        let agency = desk.house.agency.text
        func zeros() async throws -> [ZeroMonth] {
            try await desk.house.log.read(TestHouse.realm) { try $0.zeroMonths(of: [agency: "演示教"], in: month) }
        }
        let first = try #require(try await zeros().first)
        #expect(first.powers >= 1 && first.inARow == 2 && first.explanation == nil)
        try await desk.serve { client in
            let officer = Visitor(client: client, name: "officer")
            let page = try await officer.page(SupervisionPath.zeroMonths(month))
            for word in ["共1个", "尚未说明", "没有收到申请、也没有立案"] { #expect(page.body.contains(word), "\(word)") }
            let path = SupervisionPath.explainZeroMonth
            let short = try await officer.send(path, from: page, ["month": month.text, "explanation": "无"])
            #expect(short.status == 422 && short.body.contains("零办件说明至少写5个字"))
            let running = ["month": "2026-04", "explanation": "当月没有人申请"]
            #expect(try await officer.send(path, from: page, running).body.contains("还没有结束"))
            let said = ["month": month.text, "explanation": "当月没有人申请，可致电13800000000询问"]
            #expect(try await officer.send(path, from: page, said).status == 303)
            let supervisor = Visitor(client: client, name: "supervisor")
            #expect(try await supervisor.page(SupervisionPath.zeroMonths(month)).body.contains("当月没有人申请"))
            let bulletin = try await supervisor.page(SupervisionPath.bulletin(.month(month)))
            #expect(bulletin.body.contains("零办件单位及其说明"))
            #expect(!bulletin.body.contains("13800000000"))
        }
        let record = try await desk.house.log.read(TestHouse.realm) { [masking = desk.masking] reading in
            try reading.bulletin(
                of: TestHouse.division,
                named: "演示区",
                [agency: "演示教"],
                in: .month(month),
                masking
            )
        }
        let paper = record.paper(on: "2026-04-02", isDemonstration: true)
        #expect("\(paper)".contains("零办件单位及其说明") && "\(paper)".contains("当月没有人申请"))
        #expect(!"\(paper)".contains("13800000000"))
    }

    @Test("a month with a case has nothing to explain, and is no month without cases")
    func busy() async throws {
        let desk = try await TestDesk()
        try await desk.neglectedCase()
        desk.house.clock.set("2026-04-02")
        let month = try #require(ScoreMonth("2026-03"))
        try await desk.serve { client in
            let officer = Visitor(client: client, name: "officer")
            let page = try await officer.page(SupervisionPath.zeroMonths(month))
            #expect(page.body.contains("本月没有零办件单位"))
            let told = try await officer.page(SupervisionPath.findings)
            let answer = try await officer.send(
                SupervisionPath.explainZeroMonth,
                from: told,
                ["month": month.text, "explanation": "当月没有人申请"]
            )
            #expect(answer.status != 303)
        }
    }
}
