package import Kernel
package import TimeLimits

/// What is sealed or seized, while it is held.
package struct HeldMeasure: Hashable, Sendable {
    package let since: Day
    package let period: Period
    /// The last day; `nil` while the things are tested.
    package let due: Day?
    package let prolongations: Int

    package init(since: Day, period: Period, due: Day?, prolongations: Int = 0) {
        self.since = since
        self.period = period
        self.due = due
        self.prolongations = prolongations
    }
}

/// TIM-SEAL: what was sealed, seized or frozen is held beyond its last day, neither given back nor dealt with.
///
/// The days of tests do not count; one prolongation moves the last day.
///
/// - Source: Administrative Coercion Law (行政强制法) art. 25, 27, 28(4), 32, 33(4).
package struct SeizureOverdue: PassiveRule {
    package static let code = RuleCode.seal
    package static let title = "查封、扣押、冻结超期"
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "行政强制法§25、§28(四)、§32、§33(四)"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(SeizureOverdue.code, default: .redCard)
    }

    package func watch(_ caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [DuePoint] {
        guard let measure = caseFile.measure, let due = measure.due, let step = caseFile.steps.first else { return [] }
        return [
            DuePoint(
                rule: SeizureOverdue.code,
                subject: .step(step.id),
                occurrence: step.pass,
                at: Instant(due + 1),
                start: measure.since,
                period: measure.period,
                limit: due,
                basis: .statutory
            )
        ]
    }

    package func breach(at point: DuePoint, in caseFile: SupervisedCase) -> Breach {
        Breach(
            self,
            point.subject,
            occurrence: point.occurrence,
            since: point.at,
            message: "查封、扣押、冻结的期限已于\(point.limit.chinese)届满，未作出处理决定，也未解除",
            facts: point.facts
        )
    }
}
