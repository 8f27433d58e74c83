package import Kernel
import WorkflowEngine

/// How long the steps of a phase may take together, by their own limits.
///
/// A run counts each step once, because repeats draw on the same budget; of parallel branches the longest counts. Within
/// a loop all steps are added up, so for a parallel block inside a loop the sum is too high, never too low.
package struct LimitSum: Hashable, Sendable {
    package let days: Int
    /// Working days or calendar days.
    let unit: Period.Unit
    /// The steps that make up the sum, in the order of a run.
    package let steps: [Step.ID]

    package var total: Period { Period(days, unit) }

    init(of counted: [Step], in flow: Flow, unit: Period.Unit) {
        var days: [Int: (days: Int, step: Step.ID)] = [:]
        for step in counted {
            guard let limit = step.limit?.period, let number = flow.number(of: step.id) else { continue }
            let length = LimitSum.days(limit, in: unit)
            if length > 0 { days[number] = (length, step.id) }
        }
        var best: [Int: LimitSum] = [:]
        for loop in flow.loopsLastFirst {
            let own = loop.members.compactMap { days[$0] }
            var tail = LimitSum(days: 0, unit: unit, steps: [])
            for next in loop.next {
                guard let sum = best[next], sum.days > tail.days || tail.steps.isEmpty else { continue }
                tail = sum
            }
            best[loop.members[0]] = LimitSum(
                days: own.reduce(tail.days) { $0 + $1.days },
                unit: unit,
                steps: own.map(\.step) + tail.steps
            )
        }
        self = flow.loopsLastFirst.last.flatMap { best[$0.members[0]] } ?? LimitSum(days: 0, unit: unit, steps: [])
    }

    private init(days: Int, unit: Period.Unit, steps: [Step.ID]) {
        self.days = days
        self.unit = unit
        self.steps = steps
    }

    /// Returns the days a limit takes at most: hours make whole days, months thirty-one.
    ///
    /// A working day is counted as a calendar day only upwards: five of them lie within seven, one more for each
    /// started week.
    private static func days(_ period: Period, in unit: Period.Unit) -> Int {
        let days =
            switch period.unit {
            case .workingDay where unit != .workingDay: period.count + (period.count + 4) / 5 * 2
            case .workingDay, .calendarDay: period.count
            case .hour: (period.count + 23) / 24
            case .month: period.count * 31
            }
        return days
    }
}
