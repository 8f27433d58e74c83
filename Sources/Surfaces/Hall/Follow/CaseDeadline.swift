import Casework
import HTML
import Kernel
import TimeLimits

/// The deadline chip of a case, with its explanation day by day.
struct CaseDeadline: Sendable {
    let calendar: WorkingCalendar
    let today: Day

    /// The chip of what runs now: of what is held, if anything is, and otherwise of the stage.
    func chip(of state: CaseFile) -> DeadlineChip {
        if let holding = state.holding, holding.isRunning {
            return running(holding.clock, facts: facts(of: holding))
        }
        return chip(of: state.stage)
    }

    private func facts(of holding: Holding) -> [Definition] {
        [
            Definition("强制措施自", holding.clock.acceptedOn.chinese),
            Definition("期限", "\(holding.clock.statutory.chinese)（\(holding.source)）"),
            Definition("届满日", holding.clock.due.statutory?.chinese ?? "检测、鉴定期间不计入，暂停计时中"),
        ] + holding.clock.prolongations.map { Definition("已批准延长", $0.chinese) }
    }

    func chip(of stage: Stage) -> DeadlineChip {
        switch stage {
        case .intake(let received, let answerDue): answer(received: received, due: answerDue)
        case .inquiry: DeadlineChip(.suspended, remaining: "核查中，尚未立案")
        case .correction: DeadlineChip(.suspended, remaining: "等待补正，不计时")
        case .examination(let clock): running(clock, facts: facts(clock))
        case .decided(let decision, let clock): decided(decision, clock)
        case .closed(let closing): DeadlineChip(.closed, remaining: "\(closing.on)办结")
        }
    }

    /// Whether the decision came in time is said whatever it was.
    private func decided(_ decision: Decision, _ clock: CaseClock) -> DeadlineChip {
        let isLate = clock.due.promised.map { decision.decidedOn > $0 } ?? false
        return DeadlineChip(
            isLate ? .overdue : .inTime,
            remaining: "\(decision.decidedOn)作出决定",
            facts: facts(clock)
        )
    }

    /// - Source: Administrative License Law (行政许可法) art. 32(4).
    private func answer(received: Day, due: Day) -> DeadlineChip {
        let facts = [
            Definition("收到申请", received.chinese), Definition("最迟答复日", due.chinese),
            Definition("依据", "《行政许可法》第三十二条：5 日内告知，逾期不告知即为受理"),
        ]
        let left = today < due ? (try? calendar.workingDays(after: today, through: due)) : 0
        return DeadlineChip(standing(left: left, due: due), remaining: remaining(left, .workingDay, due), facts: facts)
    }

    private func running(_ clock: CaseClock, facts: [Definition]) -> DeadlineChip {
        guard let promised = try? clock.promisedClock(),
            let explanation = try? DeadlineExplanation(promised, in: calendar, asOf: today)
        else { return DeadlineChip(.inTime, remaining: "期限暂时无法计算", facts: facts) }
        let stretches = DeadlineStretches.of(explanation)
        switch explanation.deadline {
        case .stopped(_, let ground, let remaining):
            return DeadlineChip(
                .suspended,
                remaining: "\(ground.chinese)，恢复后余 \(remaining) 日",
                facts: facts,
                stretches: stretches
            )
        case .due(let due, _):
            let left = explanation.remaining(after: today)
            return DeadlineChip(
                standing(left: left, due: due),
                remaining: remaining(left, clock.promised.unit, due),
                facts: facts,
                stretches: stretches
            )
        }
    }

    private func facts(_ clock: CaseClock) -> [Definition] {
        let provisional = clock.due.isProvisional ? "（暂定：所涉年份的放假安排尚未公布）" : ""
        return [
            Definition("受理日", clock.acceptedOn.chinese),
            Definition("承诺时限", clock.promised.chinese),
            Definition("承诺届满日", clock.due.promised.map { "\($0.chinese)\(provisional)" } ?? "暂停计时中"),
            Definition("法定时限", clock.statutory.chinese),
            Definition("法定届满日", clock.due.statutory.map { "\($0.chinese)\(provisional)" } ?? "暂停计时中"),
        ] + clock.prolongations.map { Definition("已批准延长", $0.chinese) }
    }

    private func standing(left: Int?, due: Day) -> DeadlineChip.Standing {
        if today > due { return .overdue }
        return (left ?? 2) <= 1 ? .dueSoon : .inTime
    }

    private func remaining(_ left: Int?, _ unit: Period.Unit, _ due: Day) -> String {
        if today > due { return "应于 \(due) 前完成" }
        guard let left else { return "\(due) 届满" }
        return left == 0
            ? "今天届满" : "余 \(Period(left, unit == .workingDay ? .workingDay : .calendarDay).chinese)，\(due) 届满"
    }
}

/// The days of an explanation, those in a row that are treated alike put together.
enum DeadlineStretches {
    static func of(_ explanation: DeadlineExplanation) -> [DeadlineChip.Stretch] {
        var groups: [(treatment: String, reason: String, first: Day, last: Day, count: Int)] = []
        for entry in explanation.entries {
            let (treatment, reason) = words(entry)
            if let last = groups.last, last.treatment == treatment, last.reason == reason {
                groups[groups.count - 1].last = entry.day
                groups[groups.count - 1].count += 1
            } else {
                groups.append((treatment, reason, entry.day, entry.day, 1))
            }
        }
        return groups.map { group in
            let days = group.first == group.last ? "\(group.first)" : "\(group.first) 至 \(group.last)"
            return DeadlineChip.Stretch(days, "\(group.treatment) \(group.count) 日", reason: group.reason)
        }
    }

    private static func words(_ entry: DeadlineExplanation.Entry) -> (treatment: String, reason: String) {
        switch entry.account {
        case .counted: ("计入", entry.standing.chinese)
        case .skipped: ("不计入", entry.standing.chinese)
        case .excluded(let ground): ("扣除", "\(ground.chinese)所需时间，\(ground.article)")
        case .movedPast: ("顺延", entry.standing.chinese)
        case .movedTo: ("顺延至", entry.standing.chinese)
        }
    }
}
