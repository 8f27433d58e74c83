package import Kernel
package import Processes
package import TimeLimits

extension CaseFile {
    /// How far the case has come, for its chart: the ways taken, the steps that wait, and the working days of each.
    ///
    /// - Parameters:
    ///   - today: the last day of what still waits.
    ///   - calendar: counts the days; where it does not reach, none are told.
    /// - Returns: what the chart lights.
    package func trace(on today: Day, in calendar: WorkingCalendar?) -> ChartTrace {
        var taken: [Step.ID: StepOutcome.ID] = [:]
        var spent: [Step.ID: String] = [:]
        func days(_ since: Day, _ through: Day) -> Int? {
            calendar.flatMap { try? $0.workingDays(after: since, through: through) }
        }
        for act in acts where !act.isVoided {
            taken[act.step] = act.outcome
            guard let since = act.entered?.day, let days = days(since, act.at.day) else { continue }
            spent[act.step] = "用时 \(days) 个工作日"
        }
        for (step, since) in entered {
            if let days = days(since.day, today) { spent[step] = "已用 \(days) 个工作日" }
        }
        return ChartTrace(taken: taken, current: Set(position.steps), spent: spent)
    }
}
