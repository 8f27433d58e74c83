import Access
import Casework
import Directory
import EventLog
import Kernel
import Participation
import Supervision
import TestHouse
import TestSupport
import Testing
import WebServer

@testable import SupervisionDesk

@Suite("Correction orders on the desk")
struct OrderTests {
    /// One who looks at a page and answers with its form.
    private struct Visitor {
        let client: RawClient
        let name: String

        func page(_ path: String) async throws -> RawAnswer {
            try await client.send("GET", path, headers: ["X-Principal: \(name)"])
        }

        @discardableResult
        func send(_ path: String, from page: RawAnswer, _ fields: [String: String] = [:]) async throws -> RawAnswer {
            let all = fields.merging(["_token": page.field("_token") ?? "", "_key": page.field("_key") ?? ""]) { $1 }
            return try await client.form(
                path,
                all.map { "\($0.key)=\(URLText.encode($0.value))" }.joined(separator: "&"),
                headers: ["X-Principal: \(name)", page.cookieHeader]
            )
        }
    }

    @Test("two supervisors issue an opinion; it is received, not obeyed, and a decision with its ground follows")
    func opinionAndDecision() async throws {
        let desk = try await TestDesk()
        let answer = try await desk.neglectedCase()
        try await desk.wait(until: "2026-03-26")
        let all = try await desk.house.log.read(TestHouse.realm) { try $0.findings(of: answer.caseFile).all }
        let card = try #require(all.last { $0.breach.level == .redCard })
        let draft = SupervisionPath.draftOrder(.caseFile(answer.caseFile), card.number)
        try await desk.serve { client in
            let first = Visitor(client: client, name: "supervisor")
            let second = Visitor(client: client, name: "colleague")
            let agency = Visitor(client: client, name: "officer")
            #expect(try await agency.page(draft).status == 403)
            let form = try await first.page(draft)
            for word in ["督办通知书", "监察建议书", "行政执法监督意见书", "收到之日起30日内报告"] { #expect(form.body.contains(word), "\(word)") }
            #expect(try await first.send(draft, from: form, ["kind": "opinion", "demand": "短"]).status == 422)
            let sent = try await first.send(
                draft,
                from: try await first.page(draft),
                ["kind": "opinion", "demand": "立即作出决定，并书面报告原因"]
            )
            #expect(sent.status == 303)
            let rows = try await desk.house.log.read(TestHouse.realm) {
                try $0.orders(about: .caseFile(answer.caseFile))
            }
            let order = try #require(rows.first)
            let path = SupervisionPath.order(order.id)
            #expect(try await first.page("\(path)/document").status == 404)

            let own = try await first.send("\(path)/cosign", from: try await first.page(path))
            #expect(own.status == 422)
            #expect(own.body.contains("会签人须是拟制人以外"))
            #expect(try await second.send("\(path)/cosign", from: try await second.page(path)).status == 303)
            let paper = try await agency.page("\(path)/document")
            #expect(paper.status == 200)
            #expect(paper.body.hasPrefix("%PDF-"))
            #expect(try await agency.page(path).body.contains("演示司监意〔2026〕1号"))

            #expect(try await agency.send("\(path)/receive", from: try await agency.page(path)).status == 303)
            let early = try await first.send(
                "\(path)/conclude",
                from: try await first.page(path),
                ["outcome": "notCorrected", "conclude-text": "至今没有纠正"]
            )
            #expect(early.status == 422)
            #expect(early.body.contains("2026年4月25日前（含当日）"))
            desk.house.clock.set("2026-04-26")
            try await OrderTimers(desk.house.log).fire(TestHouse.realm, now: desk.house.clock.now)
            #expect(try await first.page(SupervisionPath.orders).body.contains("有期限逾期"))
            let judged = try await first.send(
                "\(path)/conclude",
                from: try await first.page(path),
                ["outcome": "notCorrected", "conclude-text": "期满没有纠正"]
            )
            #expect(judged.status == 303)

            let decide = SupervisionPath.draftOrder(.caseFile(answer.caseFile), card.number, follows: order.id)
            #expect(try await first.page(path).body.contains("制发监督决定书"))
            let fields = ["kind": "decision", "follows": order.id.text, "demand": "自收到之日起十日内作出决定"]
            let bare = try await first.send(draft, from: try await first.page(decide), fields)
            #expect(bare.body.contains("须选择措施和理由"))
            let grounded = fields.merging(["ground": "notPerformed"]) { $1 }
            #expect(try await first.send(draft, from: try await first.page(decide), grounded).status == 303)
            let decision = try #require(
                try await desk.house.log.read(TestHouse.realm) { try $0.orders(about: .caseFile(answer.caseFile)) }.last
            )
            let page = try await second.page(SupervisionPath.order(decision.id))
            for word in ["责令限期履行", "未依法履行职责", "此前的意见书"] { #expect(page.body.contains(word), "\(word)") }
        }
    }

    @Test("an upheld complaint is followed by an order, linked both ways; who is complained of does not read it")
    func complaint() async throws {
        let desk = try await TestDesk()
        let (upheld, unfounded) = (
            try await desk.concludedComplaint(.upheld), try await desk.concludedComplaint(.unfounded)
        )
        try await desk.serve { client in
            let (first, second) = (
                Visitor(client: client, name: "supervisor"), Visitor(client: client, name: "colleague")
            )
            let agency = Visitor(client: client, name: "officer")
            let complaint = SupervisionPath.complaint(upheld.number)
            #expect(try await agency.page(complaint).status == 403)
            #expect(try await agency.page(SupervisionPath.complaints).status == 403)
            #expect(try await first.page(SupervisionPath.complaint(unfounded.number)).status == 404)
            let list = try await first.page(SupervisionPath.complaints)
            #expect(list.body.contains(complaint))
            #expect(!list.body.contains(unfounded.number))
            let page = try await first.page(complaint)
            for secret in ["赵小明", "13800000000", "推诿两次"] { #expect(!page.body.contains(secret), "\(secret)") }
            let draft = SupervisionPath.draftOrder(complaint: upheld.number)
            #expect(try await first.send(draft, from: page, ["demand": "公布岗位职责并书面报告"]).status == 422)
            let fields = ["kind": "urging", "demand": "公布岗位职责并书面报告"]
            #expect(try await first.send(draft, from: try await first.page(complaint), fields).status == 303)
            let order = try #require(
                try await desk.house.log.read(TestHouse.realm) {
                    try $0.orders(aboutComplaints: [upheld.letter])[upheld.letter]
                }?.first
            )
            let path = SupervisionPath.order(order.id)
            #expect(try await first.page(complaint).body.contains(path))
            #expect(try await first.page(path).body.contains("href=\"\(complaint)\""))
            #expect(try await second.send("\(path)/cosign", from: try await second.page(path)).status == 303)
            let seen = try await agency.page(path)
            #expect(seen.body.contains("投诉\(upheld.number)经查办，结论为属实"))
            #expect(!seen.body.contains("href=\"\(complaint)\""))
            for secret in ["赵小明", "13800000000", "推诿两次"] { #expect(!seen.body.contains(secret), "\(secret)") }
        }
        let (day, agencies) = (desk.house.clock.now.day, [desk.house.agency.text: "教育局"])
        let material = try await desk.house.log.read(TestHouse.realm) {
            try $0.scoreMaterial(of: agencies, in: day...day)
        }
        #expect(material.facts.map(\.kind) == [.order])
        #expect(material.facts.map(\.agency) == [desk.house.agency.text])
        let forged = DraftOrder(
            complaint: unfounded.letter,
            of: desk.house.agency,
            kind: .urging,
            demand: "公布岗位职责并书面报告",
            limits: desk.orderLimits
        )
        let supervisor = try #require(desk.principals["supervisor"]).actor(judging: true)
        await #expect(throws: SupervisionError.notUpheld) { try await desk.house.submit(forged, by: supervisor) }
    }

    @Test("what is found about an agency is ordered to be corrected and scored as what is found in a case")
    func agencyMatter() async throws {
        let desk = try await TestDesk()
        for name in ["张三", "李四", "王五", "赵六", "钱七"] { try await desk.neglectedCase(name: name) }
        let day = desk.house.clock.now.day
        desk.house.clock.set(day + 1)
        try await ComparisonTimers(desk.house.log, desk.supervisor, desk.parts.steps)
            .fire(TestHouse.realm, now: desk.house.clock.now)
        let matter = FindingMatter.comparison(desk.house.agency)
        try await desk.serve { client in
            let (first, second) = (
                Visitor(client: client, name: "supervisor"), Visitor(client: client, name: "colleague")
            )
            let agency = Visitor(client: client, name: "officer")
            let draft = SupervisionPath.draftOrder(matter, 1)
            #expect(try await first.page(SupervisionPath.finding(matter, 1)).body.contains(draft))
            let fields = ["kind": "urging", "demand": "逐件复核集中办结的办件，书面报告原因"]
            #expect(try await first.send(draft, from: try await first.page(draft), fields).status == 303)
            let order = try #require(
                try await desk.house.log.read(TestHouse.realm) { try $0.orders(about: matter) }.first
            )
            let path = SupervisionPath.order(order.id)
            #expect(try await second.send("\(path)/cosign", from: try await second.page(path)).status == 303)
            #expect(try await agency.send("\(path)/receive", from: try await agency.page(path)).status == 303)
            let withAct = ["reply-text": "已逐件复核，均符合条件", "acts": "1"]
            #expect(try await agency.send("\(path)/reply", from: try await agency.page(path), withAct).status == 422)
            let reply = ["reply-text": "已逐件复核，均符合条件"]
            #expect(try await agency.send("\(path)/reply", from: try await agency.page(path), reply).status == 303)
            #expect(try await first.page(path).body.contains("办件比对"))
        }
        let agencies = [desk.house.agency.text: "教育局"]
        let material = try await desk.house.log.read(TestHouse.realm) {
            try $0.scoreMaterial(of: agencies, in: (day - 40)...(day + 40))
        }
        let facts = material.facts.filter { $0.matter == matter }
        #expect(facts.map(\.kind) == [.finding, .order])
        #expect(facts.map(\.officer) == [try desk.house.officer(.reception).id, nil])
        #expect(material.names.keys.allSatisfy { $0 != .item("") })
    }
}

extension TestDesk {
    /// A complaint about the agency, looked into and answered.
    fileprivate func concludedComplaint(_ outcome: ComplaintOutcome) async throws -> FileLetter.Answer {
        let clocks = try ParticipationClocks.shipped()
        let complaint = FileLetter(
            .complaint,
            about: .agency(house.agency),
            title: "窗口推诿",
            text: "三月一日上午办事，被推诿两次，没有说明理由。",
            writer: .init(name: "赵小明", mobile: "13800000000"),
            queryDigest: outcome.rawValue,
            clocks
        )
        let filed = try await house.submit(complaint, by: Actor(kind: .visitor, id: "hall"))
        let officer = try house.officer(.approve)
        try await house.submit(AcceptLetter(letter: filed.letter, seen: 1), by: officer)
        let reply = ReplyToLetter(
            letter: filed.letter,
            seen: 2,
            reply: "赵小明您好，经查，当日情况已经核实。",
            outcome: outcome,
            measures: "已对经办人批评教育，并向赵小明致歉",
            clocks
        )
        try await house.submit(reply, by: officer)
        return filed
    }
}
