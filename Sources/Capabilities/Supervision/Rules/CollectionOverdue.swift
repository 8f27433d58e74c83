import Kernel
import Processes
package import TimeLimits

/// TIM-COLLECT: money that the decision imposes is long overdue, and the case neither urges nor enforces.
///
/// That it is not paid is the party's doing and costs it a surcharge; the agency's duty is to urge and, once a surcharge
/// of thirty days has run, to enforce or to apply to the court. The step of paying ends by either.
///
/// What was put off or is paid in parts is overdue after the last of them.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 66.2, 67, 72; Administrative Coercion Law (行政强制法) art. 45, 46, 54.
package struct CollectionOverdue: PassiveRule {
    package static let code = RuleCode.collect
    package static let title = "逾期缴款未催告、未执行"
    package static let numbers = [daysNumber]
    private static let daysNumber = RuleNumber("days", "逾期日数", standard: 30, within: 1...180)
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "行政处罚法§72；行政强制法§46"
    private let days: Int

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(CollectionOverdue.code, default: .reminder)
        days = try parameters.number(CollectionOverdue.code, CollectionOverdue.daysNumber)
    }

    package func watch(_ caseFile: SupervisedCase, _ calendar: WorkingCalendar) throws -> [DuePoint] {
        guard !caseFile.lostEffect else { return [] }
        return try caseFile.steps.compactMap { step in
            guard step.kind == .pay, let limit = step.limit else { return nil }
            let start = caseFile.servedOn ?? step.entered.day
            let clock = try DeadlineClock(start: start, period: limit.period)
            guard case .due(let lawful, _) = try clock.deadline(in: calendar) else { return nil }
            let last = max(lawful, caseFile.deferredUntil ?? lawful)
            return DuePoint(
                rule: CollectionOverdue.code,
                subject: .step(step.id),
                occurrence: step.pass,
                at: Instant(last + days + 1),
                start: start,
                period: limit.period,
                limit: last,
                basis: .step
            )
        }
    }

    package func breach(at point: DuePoint, in caseFile: SupervisedCase) -> Breach {
        Breach(
            self,
            point.subject,
            occurrence: point.occurrence,
            since: point.at,
            days: days,
            message: "缴款期限已于\(point.limit.chinese)届满，逾期超过\(days)日未缴清，也未转入催告或者强制执行",
            article: caseFile.law.collection,
            facts: point.facts
        )
    }
}
