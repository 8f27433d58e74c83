import Access
import Casework
import Cryptography
import Directory
import EventLog
import Kernel
import Participation
import Supervision
import Synchronization

/// What the public writes to agencies, and what comes of it: questions answered, complaints upheld or not, one followed by
/// an order, one whose outcome nobody publishes (PUB-OUTCOME), one that waits at the desk.
final class LetterRound: Sendable {
    private let log: EventLog
    private let realm: Realm
    private let staff: Staff
    private let items: [DemonstrationItem]
    private let queryKey: SecretKey
    private let clocks: ParticipationClocks
    private let limits: OrderLimits
    private let lastDay: Day
    private let progress = Mutex<[Int: Progress]>([:])

    /// How far one letter has come.
    private struct Progress {
        let letter: Letter.ID
        var beats = 1
    }

    init(
        log: EventLog,
        realm: Realm,
        staff: Staff,
        items: [DemonstrationItem],
        queryKey: SecretKey,
        clocks: ParticipationClocks,
        limits: OrderLimits,
        lastDay: Day
    ) {
        self.log = log
        self.realm = realm
        self.staff = staff
        self.items = items
        self.queryKey = queryKey
        self.clocks = clocks
        self.limits = limits
        self.lastDay = lastDay
    }

    /// Does what the letters call for by the afternoon of a working day.
    func run(on day: Day) async throws {
        if day >= lastDay + -LetterRound.daysOfLibrary { try await keepStandardAnswers() }
        for (number, plan) in PlannedLetter.all.enumerated() {
            guard let agency = staff.agencies[plan.agency], let officer = staff.actor(.approve, of: agency.text) else {
                continue
            }
            while let beat = next(number, plan), day >= lastDay + -beat.daysBefore {
                try await make(beat.deed, of: number, plan, agency, officer)
            }
        }
    }

    /// How many days before the last one the agencies put their standard answers together.
    private static let daysOfLibrary = 6

    private static let standardAnswers = [
        StandardAnswer.Text(
            question: "到窗口办事要不要预约",
            answer: "不用预约也可以办；预约了的按时叫号，不用排队。在事项页面点“预约窗口”，选日期和时间即可，改期、取消都不用打电话。"
        ),
        StandardAnswer.Text(
            question: "怎么查询办理到了哪一步",
            answer: "凭收件凭证上的办件编号和查询码，在大厅“查进度”里查询；登录后在“我的办件”里也能看到。每一步由谁办、最迟哪天办完，都写在办理过程里。"
        ),
    ]

    /// Every agency that is written to answers what everyone asks; the same key does nothing twice.
    private func keepStandardAnswers() async throws {
        for name in Set(PlannedLetter.all.map(\.agency)).sorted() {
            guard let agency = staff.agencies[name], let officer = staff.actor(.approve, of: agency.text) else {
                continue
            }
            for (number, text) in LetterRound.standardAnswers.enumerated() {
                let key = "standard answer \(name) \(number)"
                let kept = try await submit(DraftStandardAnswer(text), by: officer, "\(key) draft")
                _ = try await submit(PublishStandardAnswer(kept, seen: 1), by: officer, "\(key) publish")
            }
        }
    }

    private func next(_ number: Int, _ plan: PlannedLetter) -> PlannedLetter.Beat? {
        let done = progress.withLock { $0[number]?.beats ?? 0 }
        return done < plan.beats.count ? plan.beats[done] : nil
    }

    private func make(
        _ deed: PlannedLetter.Deed,
        of number: Int,
        _ plan: PlannedLetter,
        _ agency: Agency.ID,
        _ officer: Actor
    ) async throws {
        let key = "letter \(number) \(deed.word)"
        guard let letter = progress.withLock({ $0[number]?.letter }) else {
            let filed = try await submit(file(plan, agency, number), by: LetterRound.visitor, key).letter
            progress.withLock { $0[number] = Progress(letter: filed) }
            return
        }
        let seen = try await log.read(realm) { try $0.state(Letter.self, letter.text).version }
        switch deed {
        case .file: break
        case .accept: _ = try await submit(AcceptLetter(letter: letter, seen: seen), by: officer, key)
        case .reply(let words, let outcome, let measures):
            let reply = ReplyToLetter(
                letter: letter,
                seen: seen,
                reply: words,
                outcome: outcome,
                measures: measures,
                clocks
            )
            _ = try await submit(reply, by: officer, key)
        case .publish: _ = try await submit(PublishLetter(letter: letter, seen: seen, hidden: []), by: officer, key)
        case .judge(let isSatisfied):
            _ = try await submit(JudgeReply(letter: letter, isSatisfied: isSatisfied), by: LetterRound.visitor, key)
        case .order(let demand): try await order(demand, about: letter, to: agency, key)
        }
        progress.withLock { $0[number]?.beats += 1 }
    }

    private func file(_ plan: PlannedLetter, _ agency: Agency.ID, _ number: Int) -> FileLetter {
        let item = items.first { $0.agency == agency.text && !$0.isExOfficio }
        return FileLetter(
            plan.kind,
            about: plan.isAboutItem ? item.map { .item($0.id, agency: agency) } ?? .agency(agency) : .agency(agency),
            title: plan.title,
            text: plan.text,
            writer: nil,
            queryDigest: QueryCode(formKey: "demonstration letter \(number)", under: queryKey).digest(under: queryKey),
            clocks
        )
    }

    private func order(_ demand: String, about letter: Letter.ID, to agency: Agency.ID, _ key: String) async throws {
        guard let drafter = staff.actor(named: "jiancha"), let second = staff.actor(named: "jiancha2") else { return }
        let draft = DraftOrder(complaint: letter, of: agency, kind: .urging, demand: demand, limits: limits)
        let order = try await submit(draft, by: drafter, key)
        _ = try await submit(CosignOrder(order: order), by: second, "\(key) cosign")
    }

    private static let visitor = Actor(kind: .visitor, id: "hall")

    private func submit<C: Command>(_ command: C, by actor: Actor, _ key: String) async throws -> C.Answer {
        let act = SubmittedAct(realm: realm, actor: actor, key: "demonstration \(key)")
        return try await log.submit(command, as: act).answer
    }
}
