import Kernel
import Processes
package import TimeLimits

/// TIM-NODE: the time of one step is used up and the step is not done.
///
/// Steps that another rule watches are left to it: receiving and accepting are the answer's time, publishing a decision
/// is PUB-LATE, paying TIM-COLLECT. What is published without a decision is its own. What must be done on
/// the spot is to be done on the first working day. What the party's own time keeps from being ended is in time on the
/// first working day after it (行政许可法 art. 47: five days to ask for a hearing). A step whose own time is excluded from the decision's is watched even
/// while the decision's clock stands.
///
/// - Source: 粤府办〔2007〕76号 二(二) (limits of each step); a Jiangsu platform's rule for steps.
package struct StepLimitUsedUp: PassiveRule {
    package static let code = RuleCode.node
    package static let title = "环节时限用尽"
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "粤府办〔2007〕76号二（二）"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(StepLimitUsedUp.code, default: .redCard)
    }

    package func watch(_ caseFile: SupervisedCase, _ calendar: WorkingCalendar) throws -> [DuePoint] {
        try caseFile.steps.compactMap { step in
            if let turn = step.review { return StepLimitUsedUp.point(of: step, turn) }
            guard let limit = step.limit, StepLimitUsedUp.isOwn(step, in: caseFile) else { return nil }
            guard caseFile.suspension == nil || step.isExcluded else { return nil }
            let spans = step.isExcluded ? [] : (caseFile.decisionClock?.excluded ?? [])
            guard var (last, at) = try StepLimitUsedUp.end(of: limit.period, from: step.entered, spans, calendar)
            else { return nil }
            if let party = try StepLimitUsedUp.end(ofPartyIn: step, calendar), last <= party {
                last = try calendar.firstWorkingDay(from: party + 1)
                at = Instant(last + 1)
            }
            return DuePoint(
                rule: StepLimitUsedUp.code,
                subject: .step(step.id),
                occurrence: step.pass,
                at: at,
                start: step.entered.day,
                period: limit.period,
                limit: last,
                basis: .step
            )
        }
    }

    package func breach(at point: DuePoint, in caseFile: SupervisedCase) -> Breach {
        let step = caseFile.steps.first { point.subject == .step($0.id) }
        let source =
            (step?.limit.map { [FindingFact("环节时限依据", $0.source.description)] } ?? [])
            + (step?.earliest.map { [FindingFact("当事人的期限", "\($0.period.chinese)（\($0.source)），其间不能办结")] } ?? [])
        return Breach(
            self,
            point.subject,
            occurrence: point.occurrence,
            since: point.at,
            message:
                "环节\(step.map { "“\($0.name)”" } ?? "")\(step?.review.map { "（\($0.words)）" } ?? "")时限已于\(point.limit.chinese)用尽，仍未完成",
            facts: point.facts + source
        )
    }

    /// A legal review has its last day from its own facts, whoever has the turn.
    private static func point(of step: SupervisedCase.WaitingStep, _ turn: SupervisedCase.ReviewTurn) -> DuePoint? {
        guard let due = turn.due, let limit = step.limit else { return nil }
        return DuePoint(
            rule: StepLimitUsedUp.code,
            subject: .step(step.id),
            occurrence: step.pass,
            at: Instant(due + 1),
            start: step.entered.day,
            period: limit.period,
            limit: due,
            basis: .step
        )
    }

    private static func isOwn(_ step: SupervisedCase.WaitingStep, in caseFile: SupervisedCase) -> Bool {
        switch step.kind {
        case .receive, .accept, .correctionNotice, .pay: false
        // How long things are held is TIM-SEAL.
        case .investigate where caseFile.measure != nil: false
        // Of what is decided Publicity knows whether it is to be public; a result or a plan has only its step.
        case .publish: caseFile.decision == nil
        case .investigate, .preserveEvidence, .examine, .expertTest, .legalReview, .notice, .statement,
            .hearing, .discuss, .approve, .decide, .document, .serve, .execute, .close, .archive, .fileCase, .identify,
            .conclude, .inspect, .assess, .urge, .report, .release, .announce, .mediate, .compensate, .transfer:
            true
        }
    }

    /// The last day of the party's time, before which the step may not be ended.
    private static func end(
        ofPartyIn step: SupervisedCase.WaitingStep,
        _ calendar: WorkingCalendar
    ) throws(TimeLimitError) -> Day? {
        guard let earliest = step.earliest else { return nil }
        let clock = try DeadlineClock(start: step.entered.day, period: earliest.period)
        guard case .due(let day, _) = try clock.deadline(in: calendar) else { return nil }
        return day
    }

    private static func end(
        of period: Period,
        from entered: Instant,
        _ spans: [ExcludedSpan],
        _ calendar: WorkingCalendar
    ) throws(TimeLimitError) -> (last: Day, at: Instant)? {
        if period.unit == .hour {
            let moment = try HourClock(start: entered, period: period).end(in: calendar).moment
            return (moment.day, moment)
        }
        guard period.count > 0 else {
            let day = try calendar.firstWorkingDay(from: entered.day)
            return (day, Instant(day + 1))
        }
        let clock = try DeadlineClock(start: entered.day, period: period, excluded: spans)
        guard case .due(let day, _) = try clock.deadline(in: calendar) else { return nil }
        return (day, Instant(day + 1))
    }
}
