import Access
import Casework
import Cryptography
import Directory
import EventLog
import Exchange
import Kernel
import Participation
import Supervision
import Synchronization
import TestHouse
import TestSupport
import Testing

@Suite("Who is told of what, and how it goes out")
struct AlertTests {
    /// Takes what it is told to take, and remembers everything.
    private final class Line: AlertCarrier {
        private struct State {
            var taken: [AlertParcel] = []
            var fault: AlertFault?
        }

        let channels: Set<Alert.Channel> = [.mail, .message]
        private let state = Mutex(State())

        var taken: [AlertParcel] { state.withLock { $0.taken } }

        func fail(with fault: AlertFault?) { state.withLock { $0.fault = fault } }

        func carry(_ parcel: AlertParcel) async throws(AlertFault) {
            let fault = state.withLock { state in
                if state.fault == nil { state.taken.append(parcel) }
                return state.fault
            }
            if let fault { throw fault }
        }
    }

    private struct Scene {
        let house: TestHouse
        let line = Line()
        let clock = TestClock(Instant("2026-03-02", hour: 9))
        private let supervisor: Supervisor

        init(on engine: StorageEngine = .sqlite) async throws {
            supervisor = try SupervisionModule.supervisor()
            house = try await TestHouse.open(
                on: engine,
                migrations: AccessModule.migrations + ExchangeModule.migrations + ParticipationModule.migrations
                    + SupervisionModule.migrations,
                families: ParticipationModule.families + SupervisionModule.families,
                projections: ParticipationModule.projections + SupervisionModule.projections,
                reactors: SupervisionModule.reactors(supervisor)
            )
            try await store.write()
        }

        /// As a program that was just started has it.
        var store: AlertStore {
            AlertStore(
                log: house.log,
                realm: TestHouse.realm,
                key: house.ring.key(for: .alert),
                clock: clock,
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
                ),
                carrier: line
            )
        }

        func prefer(_ officer: Actor, isDigest: Bool = false) async throws {
            let mail = MailAddress("\(officer.id.lowercased())@x.example")
            try await store.set(AlertPreference(mail: mail, isDigest: isDigest), of: officer.id)
        }

        /// The day comes, and what is due on it is found and told.
        func come(to day: Day) async throws {
            house.clock.set(day)
            clock.set(house.clock.now)
            _ = try await DueTimers(house.log, supervisor).fire(TestHouse.realm, now: house.clock.now)
            try await store.write()
            try await store.send()
        }

        func complete(
            _ id: CaseFile.ID,
            _ step: String,
            _ outcome: String,
            by officer: Actor
        ) async throws {
            let seen = try await house.state(id).version
            let command = CompleteStep(
                caseFile: id,
                seen: seen,
                step: Identifier(step),
                outcome: Identifier(outcome),
                opinion: "经审查，符合规定"
            )
            try await house.submit(command, by: officer)
        }
    }

    @Test("every word by which the table of verbs says who is told means somebody")
    func words() {
        for verb in CaseVerb.allCases {
            for word in verb.rule.told { #expect(AlertAudience(word) != nil, "\(verb): \(word)") }
        }
    }

    @Test("who answers for the agency hears of what a public supervisor said, and nothing of it leaves the house")
    func opinion() async throws {
        let scene = try await Scene()
        let head = try scene.house.officer(.approve)
        try await scene.prefer(head)
        let rules = try PublicSupervision.shipped()
        let appointment = AppointPublicSupervisor(
            person: "周建国",
            unit: "第二代表团",
            kind: "deputy",
            division: try #require(Division.Code(TestHouse.division)),
            from: "2026-03-02",
            through: "2026-12-31",
            queryDigest: "00",
            rules
        )
        let supervisor = try await scene.house.submit(appointment, by: head).supervisor
        let words = "窗口排队的时间太长，应当增加窗口。"
        let given = try await scene.house.submit(
            GiveOpinion(supervisor, about: .agency(scene.house.agency), text: words, rules),
            by: Actor(kind: .visitor, id: "hall")
        )
        try await scene.store.write()
        try await scene.store.send()
        let mail = try #require(scene.line.taken.first)
        #expect(scene.line.taken.count == 1)
        #expect(mail.subject == "【衡鉴】社会监督意见 \(given.number) 应在 2026-03-23 前答复")
        #expect(mail.text.hasSuffix("办理地址：https://x.example/opinions"))
        #expect(!mail.text.contains("排队") && !mail.text.contains("周建国"))
        #expect(try await scene.store.desk(of: head.id).map(\.thing) == [.opinion])
    }

    @Test("the window hears of an application, the applicant of its acceptance", arguments: StorageEngine.allCases)
    func application(engine: StorageEngine) async throws {
        let scene = try await Scene(on: engine)
        let window = try scene.house.officer(.reception)
        try await scene.prefer(window)
        let answer = try await scene.house.apply()
        try await scene.store.write()
        try await scene.store.send()
        let mail = try #require(scene.line.taken.first)
        #expect(scene.line.taken.count == 1)
        #expect(mail.to == .mail(try #require(MailAddress("\(window.id.lowercased())@x.example"))))
        #expect(mail.subject == "【衡鉴】办件 \(answer.number) 已“申请”，等待办理")
        #expect(mail.text.hasSuffix("办理地址：https://x.example/desk/cases/\(answer.number)"))
        #expect(!mail.text.contains("张三"))
        #expect(try await scene.store.desk(of: window.id).map(\.about) == [answer.number])

        try await scene.complete(answer.caseFile, "receive", "registered", by: window)
        try await scene.complete(answer.caseFile, "accept", "accepted", by: window)
        try await scene.store.write()
        try await scene.store.send()
        let message = try #require(scene.line.taken.last)
        #expect(message.to == .mobile("13800000000"))
        #expect(message.text == "您的办件 \(answer.number)（民办幼儿园设立审批）已受理。请到 https://x.example/follow 凭查询码查看。")
        // Who did it is told nothing; both who handle such cases are, on the desk.
        #expect(try await scene.store.unread(of: window.id) == 1)
        for index in 0...1 {
            let handler = try scene.house.officer(.handle, index)
            #expect(try await scene.store.unread(of: handler.id) == 1)
        }
        try await scene.store.markRead(of: window.id)
        #expect(try await scene.store.unread(of: window.id) == 0)
    }

    @Test(
        "of a message in a case the other side hears each time, and nothing of what it says",
        arguments: StorageEngine.allCases
    )
    func messages(engine: StorageEngine) async throws {
        let scene = try await Scene(on: engine)
        let window = try scene.house.officer(.reception)
        let answer = try await scene.house.apply()
        try await scene.store.write()
        try await scene.store.send()
        try await scene.store.markRead(of: window.id)
        let party = Actor(kind: .party, id: "party")
        for words in ["材料<b>收到</b>了吗", "还缺什么吗"] {
            try await scene.house.submit(SendCaseMessage(caseFile: answer.caseFile, text: words), by: party)
        }
        try await scene.store.write()
        #expect(try await scene.store.unread(of: window.id) == 2)
        let subject = "【衡鉴】办件 \(answer.number) 有当事人的新留言，等待回复"
        #expect(try await scene.store.desk(of: window.id).filter { $0.subject == subject }.count == 2)
        #expect(try await scene.store.unread(of: scene.house.officer(.approve).id) == 0)
        let sent = scene.line.taken.count
        try await scene.house.submit(SendCaseMessage(caseFile: answer.caseFile, text: "收到，不缺。"), by: window)
        try await scene.store.write()
        try await scene.store.send()
        let message = try #require(scene.line.taken.last)
        #expect(scene.line.taken.count == sent + 1)
        #expect(message.to == .mobile("13800000000"))
        #expect(message.text.hasPrefix("您的办件 \(answer.number)（民办幼儿园设立审批）有新的留言。"))
        #expect(!message.text.contains("不缺"))
    }

    @Test("who acts for somebody absent hears what that one hears, while it lasts", arguments: StorageEngine.allCases)
    func deputy(engine: StorageEngine) async throws {
        let scene = try await Scene(on: engine)
        let (window, deputy) = (try scene.house.officer(.reception), try scene.house.officer(.handle, 1))
        let absence = Delegation(
            from: Officer.ID(window.id),
            to: Officer.ID(deputy.id),
            begins: "2026-03-01",
            ends: "2026-03-02",
            reason: "学习"
        )
        let post = Post.ID(try #require(window.post))
        try await scene.house.submit(DelegatePost(post, absence), by: Actor(kind: .officer, id: "founder"))
        let first = try await scene.house.apply()
        try await scene.store.write()
        #expect(try await scene.store.desk(of: deputy.id).map(\.about) == [first.number])
        scene.house.clock.set("2026-03-03")
        let second = try await scene.house.apply(key: "second")
        try await scene.store.write()
        #expect(try await scene.store.desk(of: deputy.id).map(\.about) == [first.number])
        #expect(try await scene.store.desk(of: window.id).map(\.about).contains(second.number))
    }

    @Test(
        "when the promised day has passed the applicant, who handles the case and who approves it hear of it",
        arguments: StorageEngine.allCases
    )
    func late(engine: StorageEngine) async throws {
        let scene = try await Scene(on: engine)
        let (handler, head) = (try scene.house.officer(.handle), try scene.house.officer(.approve))
        try await scene.prefer(head)
        let answer = try await scene.house.apply()
        let window = try scene.house.officer(.reception)
        try await scene.complete(answer.caseFile, "receive", "registered", by: window)
        try await scene.complete(answer.caseFile, "accept", "accepted", by: window)
        // Fifteen working days are promised; those of 2 March end on the 23rd.
        try await scene.come(to: "2026-03-23")
        let before = scene.line.taken.count
        #expect(try await !scene.store.desk(of: head.id).contains { $0.subject.contains("承诺时限") })
        try await scene.come(to: "2026-03-24")
        let words = "已超过承诺时限 1 个工作日，尚未作出决定"
        let told = scene.line.taken.dropFirst(before)
        #expect(
            Set(told.map(\.to)) == [
                .mobile("13800000000"), .mail(try #require(MailAddress("\(head.id.lowercased())@x.example"))),
            ]
        )
        #expect(told.allSatisfy { $0.text.contains(words) && !$0.text.contains("张三") })
        for officer in [handler, head] {
            #expect(try await scene.store.desk(of: officer.id).first?.subject == "【衡鉴】办件 \(answer.number) \(words)")
        }
        // Looked at again, nothing is told again.
        try await scene.come(to: "2026-03-24")
        #expect(scene.line.taken.count == before + 2)
    }

    @Test("a stop at any point loses nothing and tells nobody twice", arguments: StorageEngine.allCases)
    func restarts(engine: StorageEngine) async throws {
        let scene = try await Scene(on: engine)
        try await scene.prefer(scene.house.officer(.reception))
        _ = try await scene.house.apply()
        async let first: Void = scene.store.write()
        async let second: Void = scene.store.write()
        _ = try await (first, second)
        async let third = scene.store.send()
        async let fourth = scene.store.send()
        _ = try await (third, fourth)
        try await scene.store.write()
        try await scene.store.send()
        #expect(scene.line.taken.count == 1)
    }

    @Test("a reminder is for who handles the case; a card, and that nobody answered it, for who approves it too")
    func cascade() async throws {
        let scene = try await Scene()
        let (handler, head) = (try scene.house.officer(.handle), try scene.house.officer(.approve))
        let answer = try await scene.house.apply()
        let window = try scene.house.officer(.reception)
        try await scene.complete(answer.caseFile, "receive", "registered", by: window)
        try await scene.complete(answer.caseFile, "accept", "accepted", by: window)
        let told = { (officer: Actor) in try await scene.store.desk(of: officer.id) }
        var day: Day = "2026-03-02"
        while try await told(handler).allSatisfy({ !$0.subject.contains("有新的") }), day < "2026-03-20" {
            day = day + 1
            try await scene.come(to: day)
        }
        let first = try await scene.house.log.read(TestHouse.realm) { reading in
            try reading.findings(of: answer.caseFile).all.map(\.breach.level).max()
        }
        #expect(try await told(handler).contains { $0.subject.contains("有新的") }, "until \(day)")
        // Lesser ones are for the desk alone.
        let isCard = try #require(first) >= .yellowCard
        #expect(try await told(head).contains { $0.subject.contains("有新的") } == isCard)
        try await scene.come(to: "2026-03-24")
        let card = try #require(try await told(head).first { $0.subject.contains("超过承诺时限") })
        #expect(card.thing == .caseFile)
        // The days to explain run out.
        let last = try await scene.house.log.read(TestHouse.realm) { reading in
            try reading.findings(of: answer.caseFile).all.compactMap(\.explainBy).max()
        }
        scene.house.clock.set(try #require(last) + 1)
        scene.clock.set(scene.house.clock.now)
        #expect(try await ExplanationTimers(scene.house.log).fire(TestHouse.realm, now: scene.house.clock.now) >= 1)
        try await scene.store.write()
        #expect(try await told(head).contains { $0.subject.contains("逾期未说明") && $0.thing == .caseFile })
        #expect(try await told(handler).contains { $0.subject.contains("逾期未说明") && $0.thing == .caseFile })
    }

    @Test("a finding is told by what it is about, which rule it is and since when, not by its number in the log")
    func named() async throws {
        let scene = try await Scene()
        let head = try scene.house.officer(.approve)
        try await scene.prefer(head)
        let charter = PostCharter(powers: [], longestStayMonths: 3)
        let post = Post.ID(try #require(head.post))
        try await scene.house.submit(
            SetPostCharter(charter, of: post, from: "2026-01-05", reason: "轮岗"),
            by: Actor(kind: .officer, id: "founder")
        )
        scene.house.clock.set("2026-04-06")
        scene.clock.set(scene.house.clock.now)
        let timers = StaffTimers(scene.house.log, try SupervisionModule.supervisor())
        #expect(try await timers.fire(TestHouse.realm, now: scene.house.clock.now) == 1)
        try await scene.store.write()
        try await scene.store.send()
        let alert = try #require(try await scene.store.desk(of: head.id).first)
        #expect(alert.thing == .finding && alert.name == "机构、岗位和人员")
        #expect(alert.subject.hasPrefix("【衡鉴】监察信息 机构、岗位和人员 有新的黄牌：应轮岗未轮岗（2026-04-"))
        let mail = try #require(scene.line.taken.last)
        // It leads to the finding, and names nobody.
        #expect(mail.text.contains("https://x.example/supervision/findings/\(alert.number)"))
        #expect(!mail.subject.contains(alert.number) && !mail.text.contains("演示批准"))
    }

    @Test("what fails is tried again, later each time, and stays in the outbox with the reason")
    func retries() async throws {
        let scene = try await Scene()
        try await scene.prefer(scene.house.officer(.reception))
        scene.line.fail(with: AlertFault("邮件服务器连接不上或者中断", isLasting: false))
        _ = try await scene.house.apply()
        try await scene.store.write()
        var pauses: [Int64] = []
        for attempt in 1...AlertStore.mostAttempts {
            #expect(try await scene.store.send() == (0, 1))
            let waiting = try #require(try await scene.store.outbox().first)
            #expect(waiting.attempts == attempt && waiting.fault == "邮件服务器连接不上或者中断")
            pauses.append((waiting.nextAt.milliseconds - scene.clock.now.milliseconds) / 60_000)
            #expect(try await scene.store.send() == (0, 0))
            scene.clock.set(waiting.nextAt)
        }
        #expect(pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360])
        let given = try #require(try await scene.store.outbox().first)
        #expect(given.state == .abandoned)
        #expect(try await scene.store.send() == (0, 0))
        scene.line.fail(with: nil)
        #expect(try await scene.store.retry(given.id))
        #expect(try await scene.store.send() == (1, 0))
        #expect(try await scene.store.outbox().isEmpty)
        #expect(try await scene.store.retry(given.id) == false)
        #expect(try await scene.store.counts()[.mail] == [.sent: 1])
    }

    @Test("what was refused for good is not tried again by itself")
    func lasting() async throws {
        let scene = try await Scene()
        try await scene.prefer(scene.house.officer(.reception))
        scene.line.fail(with: AlertFault("邮件服务器拒收：550", isLasting: true))
        _ = try await scene.house.apply()
        try await scene.store.write()
        #expect(try await scene.store.send() == (0, 1))
        let alert = try #require(try await scene.store.outbox().first)
        #expect(alert.state == .abandoned && alert.attempts == 1)
    }

    @Test("a digest comes at eight in the morning, everything in one mail")
    func digest() async throws {
        let scene = try await Scene()
        try await scene.prefer(scene.house.officer(.reception), isDigest: true)
        let first = try await scene.house.apply(name: "张三")
        let second = try await scene.house.apply(name: "李四")
        try await scene.store.write()
        #expect(try await scene.store.send() == (0, 0))
        scene.clock.set(Instant("2026-03-03", hour: 8))
        #expect(try await scene.store.send() == (1, 0))
        let mail = try #require(scene.line.taken.first)
        #expect(mail.subject == "【衡鉴】2 条办件通知")
        #expect(mail.text.contains(first.number) && mail.text.contains(second.number))
    }
}
