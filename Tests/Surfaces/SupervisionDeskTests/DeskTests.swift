import TestSupport
import EventLog
import Access
import Casework
import Kernel
import Supervision
import TestHouse
import TestSupport
import Testing
import WebServer

@testable import SupervisionDesk

@Suite("The supervisors' desk")
struct DeskTests {
    private static let supervisor = ["X-Principal: supervisor"]

    @Test("every route demands a permission, and has an address of its own")
    func access() async throws {
        let routes = try await TestDesk().routes
        _ = try RouteTable(routes)
        for route in routes {
            #expect(AccessDecision.decide(nil, route.access) == .refused(.notSignedIn), "\(route.name)")
        }
    }

    @Test(
        "who may not supervise is refused, whoever belongs to another agency too",
        arguments: [
            ("/supervision", "officer", 403), ("/supervision", "supervisor", 200), ("/supervision", "clerk", 403),
            ("/supervision/live", "officer", 403), ("/supervision/findings", "officer", 200),
            ("/supervision/findings", "clerk", 403), ("/supervision/rules", "officer", 200),
            ("/supervision/findings/CASE-1", "officer", 200), ("/supervision/findings/CASE-1", "stranger", 403),
            ("/supervision/cases/NUMBER", "officer", 200), ("/supervision/cases/NUMBER", "stranger", 403),
            ("/supervision/findings/CASE-99", "supervisor", 404), ("/supervision/findings/nothing", "supervisor", 404),
            ("/supervision/findings/-1", "supervisor", 404), ("/supervision/cases/none", "supervisor", 404),
        ] as [(path: String, principal: String, status: Int)]
    )
    func refusals(path: String, principal: String, status: Int) async throws {
        let desk = try await TestDesk()
        let answer = try await desk.neglectedCase()
        try await desk.wait(until: "2026-04-07")
        let path = path.replacing("CASE", with: answer.caseFile.text).replacing("NUMBER", with: answer.number)
        try await desk.serve { client in
            let page = try await client.send("GET", path, headers: ["X-Principal: \(principal)"])
            #expect(page.status == status)
        }
    }

    @Test(
        "pages without any data say so instead of breaking",
        arguments: [
            "/supervision", "/supervision?display=wall", "/supervision?order=gravest&days=90",
            "/supervision?order=x&days=-1", "/supervision/findings", "/supervision/rules",
            "/supervision/findings?level=redCard&dimension=time&status=open&open=1&agency=nobody&trail=9.9_x.1",
        ]
    )
    func emptyPages(path: String) async throws {
        let desk = try await TestDesk()
        try await desk.serve { client in
            let page = try await client.send("GET", path, headers: Self.supervisor)
            #expect(page.status == 200)
            #expect(page.body.hasSuffix("</html>"))
        }
    }

    @Test("a case nobody touched shows reminder, yellow and red card, each with its rule, article and counted days")
    func neglect() async throws {
        let desk = try await TestDesk()
        let answer = try await desk.neglectedCase()
        for day in ["2026-03-23", "2026-03-25", "2026-03-26"] as [Day] { try await desk.wait(until: day) }
        try await desk.serve { client in
            let list = try await client.send("GET", "/supervision/findings?order=gravest", headers: Self.supervisor)
            for word in ["红牌", "民办幼儿园设立审批", answer.number] { #expect(list.body.contains(word)) }
            let findings = try await desk.house.log.read(TestHouse.realm) { try $0.findings(of: answer.caseFile).all }
            let decision = findings.filter { $0.breach.subject == .decision }
            #expect(decision.map(\.breach.level) == [.reminder, .yellowCard, .redCard])
            let number = decision.last?.number ?? 0
            let path = SupervisionPath.finding(.caseFile(answer.caseFile), number)
            let page = try await client.send("GET", path, headers: Self.supervisor)
            for word in ["TIM-RED", "优化营商环境条例§36", "期限计算", "计入第 1–", "周末休息日", "系统发出红牌"] {
                #expect(page.body.contains(word), "\(word)")
            }
        }
    }

    @Test("a replay tells every step with who did it, and hides who applied")
    func replay() async throws {
        let desk = try await TestDesk()
        let answer = try await desk.neglectedCase(name: "欧阳修文")
        try await desk.wait(until: "2026-04-07")
        try await desk.serve { client in
            let page = try await client.send("GET", "/supervision/cases/\(answer.number)", headers: Self.supervisor)
            #expect(page.status == 200)
            for word in [
                "收到申请", "演示教 · 窗口受理岗 · 演示窗口", "id=\"step-2\"", "欧阳某某", "系统发出", "当时的岗位、期限和规则", "待办“审查”", "演示承办甲",
                "承诺时限：", "未发现：", "发出红牌",
            ] {
                #expect(page.body.contains(word), "\(word)")
            }
            for secret in ["欧阳修文", "11010519491231002X", "13800000000"] { #expect(!page.body.contains(secret)) }
        }
    }

    @Test("what officers write is shown as text, never as markup")
    func hostileText() async throws {
        let desk = try await TestDesk()
        let answer = try await desk.neglectedCase()
        try await desk.wait(until: "2026-03-25")
        try await desk.serve { client in
            let path = SupervisionPath.finding(.caseFile(answer.caseFile), 1)
            let page = try await client.send("GET", path, headers: ["X-Principal: officer"])
            let text = "<script>alert(1)</script>\"'&情况说明"
            let sent = try await client.form(
                SupervisionPath.finding(.caseFile(answer.caseFile), 1, .explain),
                "_token=\(page.field("_token") ?? "")&_key=\(page.field("_key") ?? "")&explanation=\(URLText.encode(text))",
                headers: ["X-Principal: officer", page.cookieHeader]
            )
            #expect(sent.status == 303)
            let after = try await client.send("GET", path, headers: Self.supervisor)
            #expect(after.body.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
            #expect(!after.body.contains("<script>alert"))
            let searched = try await client.send(
                "GET",
                "/supervision/findings?agency=%22%3E%3Cscript%3E&level=%3Cb%3E",
                headers: Self.supervisor
            )
            #expect(searched.status == 200)
            #expect(!searched.body.contains("\"><script>"))
        }
    }

    @Test("the agency explains, the supervisor judges; a refused answer comes back with its text")
    func judging() async throws {
        let desk = try await TestDesk()
        let answer = try await desk.neglectedCase()
        try await desk.wait(until: "2026-03-24")
        let findings = try await desk.house.log.read(TestHouse.realm) { try $0.findings(of: answer.caseFile).all }
        let card = try #require(findings.last { $0.breach.level == .yellowCard })
        let path = SupervisionPath.finding(.caseFile(answer.caseFile), card.number)
        try await desk.serve { client in
            func page(_ principal: String) async throws -> RawAnswer {
                try await client.send("GET", path, headers: ["X-Principal: \(principal)"])
            }
            func say(
                _ act: SupervisionPath.FindingAct,
                _ text: String,
                as principal: String,
                on page: RawAnswer
            ) async throws -> RawAnswer {
                let fields = ["_token": page.field("_token") ?? "", "_key": page.field("_key") ?? "", act.field: text]
                return try await client.form(
                    "\(path)/\(act.rawValue)",
                    fields.map { "\($0.key)=\(URLText.encode($0.value))" }.joined(separator: "&"),
                    headers: ["X-Principal: \(principal)", page.cookieHeader]
                )
            }
            let officer = try await page("officer")
            let late = try await page("officer")
            let short = try await say(.explain, "短", as: "officer", on: officer)
            #expect(short.status == 422)
            #expect(short.body.contains("至少写5个字"))
            #expect(try await say(.explain, "系统故障导致，已办理", as: "stranger", on: officer).status == 403)
            #expect(try await say(.accept, "情况属实，予以认定", as: "officer", on: officer).status == 403)
            #expect(try await say(.explain, "承办人病休，已改派办理", as: "officer", on: officer).status == 303)
            let again = try await say(.explain, "再次说明情况如前", as: "officer", on: late)
            #expect(again.status == 422)
            #expect(again.body.contains("已说明待审定"))
            let judge = try await page("supervisor")
            #expect(try await say(.accept, "情况属实，予以认定", as: "supervisor", on: judge).status == 303)
            let after = try await page("supervisor")
            for word in ["承办人病休，已改派办理", "监察审定：成立", "已认定"] { #expect(after.body.contains(word)) }
        }
    }
}
