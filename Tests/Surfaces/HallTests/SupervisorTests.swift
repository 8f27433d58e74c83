import Casework
import Directory
import EventLog
import Kernel
import Participation
import TestHouse
import Testing

@testable import Hall

@Suite("Public supervisors in the Hall")
struct SupervisorTests {
    @Test("the letter of appointment is taken up, the sample looked at, an opinion given, answered and published")
    func supervision() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            var (other, guest) = (visitor, visitor)
            let applied = try await site.house.apply(name: "赵小明")
            let (id, number, code) = try await site.appoint()
            try await guest.go("/supervisors")
            #expect(guest.page.contains("周建国") && guest.page.contains("人大代表"))
            try await guest.go("/me/supervision")
            #expect(guest.path.hasPrefix("/me/sign-in"))
            try await visitor.register(at: site)
            try await visitor.go("/me/supervision")
            try await visitor.send("/me/supervision", ["number": number, "query": "AAAAAAAA"])
            #expect(visitor.status == 404 && visitor.page.contains("没有这份聘任书"))
            try await visitor.send("/me/supervision", ["number": number, "query": code])
            #expect(visitor.page.contains("已领取聘任书") && visitor.page.contains("还没有抽取样本"))
            try await site.draw(id)
            try await visitor.go("/me/supervision")
            #expect(visitor.page.contains("/me/supervision/samples/1"))
            try await visitor.go("/me/supervision/samples/1")
            #expect(visitor.status == 200 && visitor.page.contains("收到申请"))
            for secret in ["赵小明", applied.number, applied.caseFile.text, "11010519491231002X"] {
                #expect(!visitor.page.contains(secret), "\(secret) is not the supervisor's")
            }
            try await visitor.send("/me/supervision/samples/1/opinions", ["opinion": "短"])
            #expect(visitor.status == 422)
            try await visitor.send(
                "/me/supervision/samples/1/opinions",
                ["opinion": "赵小明的材料<b>收了两次</b>，13800000000 可以作证。"]
            )
            #expect(visitor.path == "/me/supervision" && visitor.page.contains("511602-20260302-O0001"))
            #expect(visitor.page.contains("应于 2026-03-23 前答复") && visitor.page.contains("&lt;b&gt;"))
            try await guest.go("/supervisors")
            #expect(!guest.page.contains("收了两次"), "not public before the answer")
            try await site.answerOpinion()
            try await guest.go("/supervisors")
            #expect(guest.page.contains("收了两次") && guest.page.contains("138****0000"))
            #expect(!guest.page.contains("赵小明") && !guest.page.contains("<b>收了"))
            site.house.clock.set(site.house.clock.now + .seconds(1))
            try await other.register(at: site, "13900000002")
            for path in ["/me/supervision/samples/1", "/me/supervision/samples/0", "/me/supervision/samples/x"] {
                try await other.go(path)
                #expect(other.status == 404, "\(path)")
            }
            try await visitor.go("/me/supervision/samples/2")
            #expect(visitor.status == 404)
        }
    }

    @Test("an opinion about an item goes to its agency; what is no item and no agency is refused with the text kept")
    func aboutAnItem() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            let (_, number, code) = try await site.appoint()
            try await visitor.register(at: site)
            try await visitor.go("/me/supervision")
            try await visitor.send("/me/supervision", ["number": number, "query": code])
            let words = "办件大厅排队的时间太长，应当增加窗口。"
            try await visitor.send("/me/supervision/opinions", ["agency": "", "opinion": words])
            #expect(visitor.status == 422 && visitor.page.contains(words))
            try await visitor.send(
                "/me/supervision/opinions",
                ["agency": site.house.agency.text, "item": "no-such-item", "opinion": words]
            )
            #expect(visitor.status == 422 && visitor.page.contains("没有这个编码的公开事项"))
            try await visitor.send(
                "/me/supervision/opinions",
                ["agency": site.house.agency.text, "item": "", "opinion": words]
            )
            #expect(visitor.path == "/me/supervision" && visitor.page.contains("意见已提交"))
        }
    }

    @Test("who applied for a drawn case while signed in does not supervise it")
    func ownCase() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            let (id, number, code) = try await site.appoint()
            try await visitor.register(at: site)
            try await visitor.go("/me/supervision")
            try await visitor.send("/me/supervision", ["number": number, "query": code])
            try await visitor.name()
            try await visitor.go("\(ApplyTests.item)/apply")
            try await visitor.send("\(ApplyTests.item)/apply", [:])
            try await visitor.finish(visitor.path)
            try await site.draw(id)
            try await visitor.go("/me/supervision")
            #expect(visitor.page.contains("样本 1（回避）"))
            try await visitor.go("/me/supervision/samples/1")
            #expect(visitor.status == 404)
        }
    }
}

extension HallTestSite {
    /// Appoints somebody and returns the identifier with number and code of the letter of appointment.
    func appoint() async throws -> (PublicSupervisor.ID, number: String, code: String) {
        let code = QueryCode(formKey: "appointment", under: parts.queryKey)
        let command = AppointPublicSupervisor(
            person: "周建国",
            unit: "广安区第二代表团",
            kind: "deputy",
            division: try #require(Division.Code(TestHouse.division)),
            from: "2026-03-02",
            through: "2026-12-31",
            queryDigest: code.digest(under: parts.queryKey),
            parts.publicSupervision
        )
        let answer = try await house.submit(command, by: house.officer(.approve))
        return (answer.supervisor, answer.number, code.text)
    }

    func draw(_ id: PublicSupervisor.ID) async throws {
        let rules = parts.publicSupervision
        let command = DrawSample(for: id, from: "2026-01-01", through: "2026-12-31", count: 5, rules)
        try await house.submit(command, by: house.officer(.approve))
    }

    func answerOpinion() async throws {
        let agency = house.agency.text
        let found = try await house.log.read(TestHouse.realm) {
            try $0.unansweredOpinions(of: agency, limit: 1).first
        }
        let opinion = try #require(found)
        let command = AnswerOpinion(opinion.id, answer: "已改为一次性告知，不再重复收取材料。", hidden: [])
        try await house.submit(command, by: house.officer(.approve))
    }
}
