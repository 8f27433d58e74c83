import Access
import Casework
import Cryptography
import Directory
import EventLog
import Exchange
import Kernel
import Participation
import Supervision
import TestHouse
import TestSupport
import Testing

@Suite("Who is told of correction orders and scores")
struct OrderAlertTests {
    /// A house with a card in a case, and two supervisors of another agency.
    private struct Scene {
        let house: TestHouse
        let store: AlertStore
        let supervisors: [Actor]
        let caseFile: CaseFile.ID
        let card: Int

        init() async throws {
            let supervisor = try SupervisionModule.supervisor()
            house = try await TestHouse.open(
                migrations: AccessModule.migrations + ExchangeModule.migrations + ParticipationModule.migrations
                    + SupervisionModule.migrations,
                families: ParticipationModule.families + SupervisionModule.families,
                projections: ParticipationModule.projections + SupervisionModule.projections,
                reactors: SupervisionModule.reactors(supervisor)
            )
            supervisors = try await Scene.supervisors(of: house)
            store = AlertStore(
                log: house.log,
                realm: TestHouse.realm,
                key: house.ring.key(for: .alert),
                clock: house.clock,
                randomness: SystemRandomness(),
                links: AlertLinks(
                    desk: { "https://x.example/desk/cases/\($0)" },
                    opinions: "https://x.example/opinions",
                    legalTasks: "https://x.example/law-tasks",
                    disputes: "https://x.example/disputes",
                    findings: { "https://x.example/supervision/findings/\($0)" },
                    orders: { "https://x.example/supervision/orders/\($0)" },
                    scores: { "https://x.example/supervision/scores/\($0)" },
                    hall: "https://x.example/follow"
                )
            )
            let id = try await house.apply().caseFile
            caseFile = id
            for (step, outcome) in [("receive", "registered"), ("accept", "accepted")] {
                let command = CompleteStep(
                    caseFile: id,
                    seen: try await house.state(id).version,
                    step: Identifier(step),
                    outcome: Identifier(outcome),
                    opinion: "经审查，符合规定"
                )
                try await house.submit(command, by: house.officer(.reception))
            }
            house.clock.set("2026-03-24")
            _ = try await DueTimers(house.log, supervisor).fire(TestHouse.realm, now: house.clock.now)
            let findings = try await house.log.read(TestHouse.realm) { try $0.findings(of: id).all }
            card = try #require(findings.last { $0.breach.level == .yellowCard }).number
            try await store.write()
        }

        private static func supervisors(of house: TestHouse) async throws -> [Actor] {
            let (clerk, since) = (Actor(kind: .officer, id: "founder"), "2026-01-05" as Day)
            let division = try #require(Division.Code(TestHouse.division))
            let profile = Agency.Profile(
                code: "11511602MB1234567X",
                name: "演示区司法局",
                shortName: "演示司",
                division: division
            )
            let bureau = try await house.submit(RegisterAgency(profile, from: since), by: clerk)
            let creation = CreatePost("行政执法监督岗", for: .supervision, in: bureau, from: since)
            let post = try await house.submit(creation, by: clerk)
            var supervisors: [Actor] = []
            for (name, number) in [("演示监察甲", "23169000001"), ("演示监察乙", "23169000002")] {
                let officer = try await house.submit(RegisterOfficer(name, of: bureau, from: since), by: clerk)
                try await house.submit(AppointOfficer(officer, to: post, from: since), by: clerk)
                let terms = Certificate.Terms(
                    number: Certificate.Number(number),
                    kind: .supervision,
                    scope: EnforcementCategory.allCases,
                    area: division,
                    issuer: "演示省人民政府",
                    validFrom: since,
                    validTo: "2028-12-31"
                )
                try await house.qualify(officer, on: since)
                try await house.submit(IssueCertificate(terms, to: officer), by: clerk)
                supervisors.append(
                    Actor(kind: .officer, id: officer.text, post: post.text, agency: bureau.text)
                )
            }
            return supervisors
        }

        /// Does something a minute later, so that what was told last is the newest.
        func submit<C: Command>(_ command: C, by actor: Actor) async throws -> C.Answer {
            house.clock.set(house.clock.now + .seconds(60))
            return try await house.submit(command, by: actor)
        }

        /// What an officer was last told of orders, or of scores; `nil` when nothing.
        func latest(_ officer: Actor, _ thing: Alert.Thing = .order) async throws -> Alert? {
            try await store.write()
            return try await store.desk(of: officer.id).first { $0.thing == thing }
        }
    }

    @Test("the agency hears that an order came and how it ended, who signed it hears of the answer; nobody is named")
    func told() async throws {
        let scene = try await Scene()
        let (first, second) = (scene.supervisors[0], scene.supervisors[1])
        let (head, handler) = (try scene.house.officer(.approve), try scene.house.officer(.handle))
        let draft = DraftOrder(
            matter: .caseFile(scene.caseFile),
            finding: scene.card,
            kind: .urging,
            demand: "尽快办结并书面报告整改情况",
            limits: try OrderLimits.shipped()
        )
        let order = try await scene.submit(draft, by: first)
        #expect(try await scene.latest(head) == nil)
        _ = try await scene.submit(CosignOrder(order: order), by: second)
        let number = try await scene.house.log.read(TestHouse.realm) {
            try $0.state(CorrectionOrder.self, order.text).state.number
        }
        let issued = try #require(try await scene.latest(head))
        #expect(issued.name == number && issued.number == order.text)
        #expect(issued.subject == "【衡鉴】监督文书 \(number ?? "") 已发出，等待签收")
        #expect(issued.text.contains("https://x.example/supervision/orders/\(order.text)"))
        #expect(!issued.text.contains("张三") && !issued.text.contains("书面报告"))
        #expect(try await scene.latest(first) == nil)

        _ = try await scene.submit(ReceiveOrder(order: order), by: handler)
        #expect(try await scene.latest(head)?.id == issued.id)
        _ = try await scene.submit(ReplyToOrder(order: order, text: "已办结，并修订了交接办法"), by: handler)
        for signer in [first, second] {
            #expect(try await scene.latest(signer)?.subject.hasSuffix("已有整改回复，等待审定") == true)
        }
        let judged = ConcludeOrder(order: order, outcome: .corrected, opinion: "经核查，已经纠正")
        _ = try await scene.submit(judged, by: first)
        #expect(try await scene.latest(head)?.subject.hasSuffix("审定为“已纠正”") == true)
    }

    @Test("an order that nobody signs for or answers is told to the agency, the latter to who signed it too")
    func passed() async throws {
        let scene = try await Scene()
        let (first, second) = (scene.supervisors[0], scene.supervisors[1])
        let head = try scene.house.officer(.approve)
        let draft = DraftOrder(
            matter: .caseFile(scene.caseFile),
            finding: scene.card,
            kind: .urging,
            demand: "尽快办结并书面报告整改情况",
            limits: try OrderLimits.shipped()
        )
        let order = try await scene.house.submit(draft, by: first)
        try await scene.house.submit(CosignOrder(order: order), by: second)
        let timers = OrderTimers(scene.house.log)
        // Three working days after 24 March it counts as received, five later its time is over.
        for (day, words) in [("2026-03-28", "逾期未签收，视为收到，应在 2026-04-03 前回复"), ("2026-04-04", "整改期限已过，没有回复")] {
            scene.house.clock.set(try #require(Day(day)))
            #expect(try await timers.fire(TestHouse.realm, now: scene.house.clock.now) == 1)
            #expect(try await scene.latest(head)?.subject.hasSuffix(words) == true, "\(day)")
        }
        #expect(try await scene.latest(second)?.subject.hasSuffix("整改期限已过，没有回复") == true)
    }

    @Test("agencies hear of drafted scores and until when to object, who drafted them of an objection")
    func scored() async throws {
        let scene = try await Scene()
        let (first, second) = (scene.supervisors[0], scene.supervisors[1])
        let (head, handler) = (try scene.house.officer(.approve), try scene.house.officer(.handle))
        let month = try #require(ScoreMonth("2026-03"))
        let scheme = try #require(try ScoreSchemes.shipped().scheme("A"))
        let agency = scene.house.agency.text
        scene.house.clock.set("2026-04-01")
        let sheets = try await scene.house.log.read(TestHouse.realm) { reading in
            try reading.scoreMaterial(of: [agency: "演示区教育局"], in: month.days).sheets(under: scheme, names: [:])
        }
        let draft = DraftScores(month, of: "511602", under: scheme, sheets, objectionWorkingDays: 5)
        let last = try await scene.submit(draft, by: first)
        let told = try #require(try await scene.latest(head, .score))
        #expect(told.subject == "【衡鉴】效能评估 2026年3月 得分已起草，可在 \(last) 前（含当日）提出异议")
        #expect(told.name == "2026年3月" && told.text.contains("https://x.example/supervision/scores/2026-03"))
        let position = try #require(sheets.flatMap(\.lines).first?.fact.position)
        let objection = ObjectToScore(month, of: "511602", position: position, text: "当日系统升级，无法办理")
        _ = try await scene.submit(objection, by: handler)
        #expect(try await scene.latest(first, .score)?.subject.hasSuffix("单位提出异议，等待答复") == true)
        let answer = AnswerScoreObjection(month, of: "511602", number: 1, isUpheld: true, text: "经查属实，不予扣分")
        _ = try await scene.submit(answer, by: second)
        #expect(try await scene.latest(head, .score)?.subject.hasSuffix("异议成立，不扣分") == true)
    }
}
