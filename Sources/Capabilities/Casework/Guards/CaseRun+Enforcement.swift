import Kernel
import Processes
import TimeLimits

extension CaseRun {
    /// Refuses what was enforced at night or on a rest day, unless the record says why it could not wait.
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 43.
    func requireLawfulHours(_ papers: [DocumentRecord], at step: Step) throws {
        guard definition.category == .coerciveExecution, step.kind == .execute else { return }
        for paper in papers where paper.text("urgency").trimmed.isEmpty {
            for moment in ["began", "ended"].compactMap({ Instant(minute: paper.text($0)) }) {
                let isNight = !CaseworkRules.hoursOfDay.contains(moment.minuteOfDay / 60)
                guard !isNight, calendar.isWorkingDay(moment.day) else { throw CaseworkError.enforcedAtRest(moment) }
            }
        }
    }
}
