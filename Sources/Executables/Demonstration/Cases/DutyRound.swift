import Access
import Casework
import Directory
import EventLog
import Kernel
import Supervision

/// What is owed by day and month: the supervisor goes on patrol, and agencies without a case say why.
struct DutyRound: Sendable {
    let log: EventLog
    let realm: Realm
    let staff: Staff
    let duties: SupervisionDuties

    func run(on day: Day) async throws {
        // One patrol is left out now and then, so that a day with too few shows.
        if day.ordinal % 9 != 0 { try await patrol(on: day) }
        try await patrolOwn(on: day)
        if (5...7).contains(day.dayOfMonth) { try await explainZeroMonths(on: day) }
    }

    private func patrol(on day: Day) async throws {
        guard let supervisor = staff.actor(named: "jiancha") else { return }
        let agencies = Set(staff.members.compactMap(\.actor.agency)).sorted()
        let agency = Agency.ID(agencies[day.ordinal % agencies.count])
        let last = try await log.read(realm) { try $0.cases(numbered: "", of: [agency.text], limit: 1).first?.number }
        let outcome = last == nil ? Patrol.Outcome.inOrder : DutyRound.outcomes[day.ordinal % DutyRound.outcomes.count]
        let words = DutyRound.words(outcome)
        let command = RecordPatrol(
            .division(DemonstrationAgencies.division.digits),
            on: day,
            agency: agency,
            items: [],
            cases: last.map { [$0] } ?? [],
            outcome: outcome,
            found: words.found,
            next: words.next,
            duties
        )
        _ = try await log.submit(command, as: act(supervisor, "patrol \(day)"))
    }

    /// One agency has supervisors of its own, who owe two patrols a day; now and then they make one.
    private func patrolOwn(on day: Day) async throws {
        guard let supervisor = staff.actor(named: "sp-jiancha"), let agency = supervisor.agency else { return }
        let cases = try await log.read(realm) { try $0.cases(numbered: "", of: [agency], limit: 2).map(\.number) }
        for turn in 0..<(day.ordinal % 7 == 0 ? 1 : duties.agencyPatrols) {
            let outcome =
                turn < cases.count
                ? DutyRound.outcomes[(day.ordinal + turn) % DutyRound.outcomes.count] : Patrol.Outcome.inOrder
            let words = DutyRound.words(outcome)
            let command = RecordPatrol(
                .agency(agency),
                on: day,
                agency: Agency.ID(agency),
                items: [],
                cases: turn < cases.count ? [cases[turn]] : [],
                outcome: outcome,
                found: words.found,
                next: words.next,
                duties
            )
            _ = try await log.submit(command, as: act(supervisor, "own patrol \(day) \(turn)"))
        }
    }

    private static let outcomes: [Patrol.Outcome] = [.inOrder, .inOrder, .mended, .inOrder, .followed]

    private static func words(_ outcome: Patrol.Outcome) -> (found: String, next: String) {
        switch outcome {
        case .inOrder: ("查看事项公开和办件流程，核对受理、审查时限，未见异常（演示）", "")
        case .mended: ("核对受理登记，材料清单登记不全（演示）", "已提醒承办岗当日补登（演示）")
        case .followed: ("审查环节临近期限，尚未提出意见（演示）", "请单位三日内办结，届时再看（演示）")
        }
    }

    /// Agencies with people in the demonstration speak; the others are named without a word.
    private func explainZeroMonths(on day: Day) async throws {
        let month = ScoreMonth(day).previous
        let names = Dictionary(uniqueKeysWithValues: staff.agencies.map { ($1.text, $0) })
        let zeros = try await log.read(realm) { try $0.zeroMonths(of: names, in: month) }
        for zero in zeros where zero.explanation == nil {
            guard let officer = staff.actor(.handle, of: zero.agency) else { continue }
            let command = ExplainZeroMonth(
                Agency.ID(zero.agency),
                month,
                explanation: "当月没有申请，也没有发现需要立案的线索；窗口和电话正常受理（演示）"
            )
            _ = try await log.submit(command, as: act(officer, "zero month \(zero.agency) \(month.text)"))
        }
    }

    private func act(_ actor: Actor, _ key: String) -> Act {
        Act(realm: realm, actor: actor, key: "demonstration \(key)")
    }
}
