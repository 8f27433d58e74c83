import Casework
import HTML
import Kernel
import TimeLimits

/// How the limits of a case are shown: one chip for the limit that matters now, opened to every day that counted.
struct CaseDeadline: Sendable {
    let chip: DeadlineChip
    /// Whether the row of a list is marked.
    let tone: Tone?

    /// - Parameters:
    ///   - state: the case.
    ///   - today: the day to look from.
    ///   - calendar: the published working days.
    /// - Throws: `TimeLimitError` when a limit ends beyond the calendar.
    init(_ state: CaseFile, on today: Day, in calendar: WorkingCalendar) throws(TimeLimitError) {
        switch state.stage {
        case .correction(let notice):
            chip = DeadlineChip(
                .suspended,
                remaining: "等待申请人补正，自 \(notice.notifiedOn)",
                facts: [Definition("说明", "补正期间不计入办理时限（行政许可法§32）")]
            )
            tone = nil
        case .closed(let closing):
            chip = DeadlineChip(.closed, remaining: "\(closing.manner.chinese)，\(closing.on)")
            tone = nil
        case .decided(let decision, _) where state.holding?.isRunning != true:
            let limits = try CaseDeadline.explained(state.shownLimits(), calendar, asOf: decision.decidedOn)
            chip = try CaseDeadline.decided(decision, limits, in: calendar)
            tone = nil
        case .inquiry(let since):
            chip = DeadlineChip(
                .suspended,
                remaining: "线索核查，自 \(since)",
                facts: [Definition("说明", "决定是否立案；办理期限自立案之日起计算（行政处罚法§54、§60）")]
            )
            tone = nil
        case .intake, .examination, .decided:
            let limits = try CaseDeadline.explained(state.shownLimits(), calendar, asOf: today)
            guard let first = limits.first else {
                chip = DeadlineChip(.closed, remaining: "无期限")
                tone = nil
                return
            }
            let standing = try first.explanation.standing(on: today, in: calendar)
            let unit = first.explanation.clock.period.unit == .workingDay ? "个工作日" : "日"
            let shown = CaseDeadline.words(standing, unit)
            chip = DeadlineChip(
                shown.standing,
                remaining: shown.words,
                facts: CaseDeadline.facts(limits),
                stretches: first.explanation.stretches.map { .init($0.days, $0.treatment, reason: $0.reason) }
            )
            tone = shown.tone
        }
    }

    private typealias Explained = (limit: CaseLimit, explanation: DeadlineExplanation)

    private static func explained(
        _ limits: [CaseLimit],
        _ calendar: WorkingCalendar,
        asOf day: Day
    ) throws(TimeLimitError) -> [Explained] {
        var explained: [Explained] = []
        for limit in limits {
            explained.append((limit, try DeadlineExplanation(limit.clock, in: calendar, asOf: day)))
        }
        return explained
    }

    /// How a standing is said: the chip's look, its words, and the mark of the row.
    static func words(
        _ standing: DeadlineStanding,
        _ unit: String
    ) -> (standing: DeadlineChip.Standing, words: String, tone: Tone?) {
        switch standing {
        case .inTime(let remaining): (.inTime, "余 \(remaining) \(unit)", nil)
        case .dueSoon(let remaining): (.dueSoon, remaining == 0 ? "今日到期" : "余 \(remaining) \(unit)", .caution)
        case .overdue(let days): (.overdue, "超 \(days) \(unit)", .bad)
        case .suspended(let ground, let remaining): (.suspended, "\(ground.chinese)，恢复后余 \(remaining) \(unit)", .active)
        }
    }

    private static func facts(_ limits: [Explained]) -> [Definition] {
        limits.flatMap { limit, explanation -> [Definition] in
            let prolonged = limit.clock.prolongations.map { "，延长\($0.chinese)" }.joined()
            return [
                Definition(limit.kind.chinese, "\(limit.clock.period.chinese)\(prolonged)（\(limit.source)）"),
                Definition("\(limit.kind.chinese)届满", end(explanation.deadline)),
            ]
        }
    }

    private static func end(_ deadline: Deadline) -> String {
        switch deadline {
        case .due(let day, let isProvisional): "\(day)\(isProvisional ? "（暂定，放假安排尚未公布）" : "")"
        case .stopped(let since, let ground, let remaining):
            "自 \(since) 起因\(ground.chinese)暂停，恢复后余 \(remaining) 日"
        }
    }

    private static func decided(
        _ decision: Decision,
        _ limits: [Explained],
        in calendar: WorkingCalendar
    ) throws(TimeLimitError) -> DeadlineChip {
        guard let first = limits.first?.explanation else {
            return DeadlineChip(.decided, remaining: decision.decidedOn.description)
        }
        let used = first.used(on: decision.decidedOn)
        var words = "\(decision.decidedOn)，用时 \(used) 日"
        if case .overdue(let days) = try first.standing(on: decision.decidedOn, in: calendar) {
            words = "\(decision.decidedOn)，用时 \(used + days) 日，超期 \(days) 日"
        }
        return DeadlineChip(
            .decided,
            remaining: words,
            facts: facts(limits),
            stretches: first.stretches.filter { $0.first <= decision.decidedOn }
                .map { .init($0.days, $0.treatment, reason: $0.reason) }
        )
    }
}
