import EventLog
package import Kernel
import Processes
import TimeLimits

extension CaseRun {
    /// Refuses what was enforced at night or on a rest day, unless the record says why it could not wait.
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 43.
    func requireLawfulHours(_ papers: [DocumentRecord], at step: Step) throws {
        guard [.coerciveExecution, .substituteExecution].contains(definition.category), step.kind == .execute else {
            return
        }
        for paper in papers where paper.text("urgency").trimmed.isEmpty {
            for moment in ["began", "ended"].compactMap({ Instant(minute: paper.text($0)) }) {
                let isNight = !CaseworkRules.hoursOfDay.contains(moment.minuteOfDay / 60)
                guard !isNight, calendar.isWorkingDay(moment.day) else { throw CaseworkError.enforcedAtRest(moment) }
            }
        }
    }

    /// Refuses to ask the court while the party may still contest the decision, and once three months are over.
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 53.
    func requireCourtInTime(at step: Step) throws {
        guard definition.category == .courtEnforcement, step.kind == .transfer else { return }
        guard let registered = state.written.last(where: { $0.record.document == CourtPaper.registered })?.record,
            let ends = Day(registered.text("remediesEnd").trimmed)
        else { throw CaseworkError.enforcement(.remediesUntold) }
        guard ends < session.today else { throw CaseworkError.enforcement(.remediesRun(through: ends)) }
        let last = ends.adding(months: CourtPaper.months)
        guard session.today <= last else { throw CaseworkError.enforcement(.courtTooLate(last: last)) }
    }

    /// Refuses to give the party less than ten working days in the urging that comes before the court is asked, from the day
    /// it was served; what is still to be served is so today at the earliest.
    ///
    /// Served too late for the day it names, it is written anew.
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 54, 69.
    func requireUrgedInTime(_ papers: [DocumentRecord], at step: Step, servedOn day: Day?) throws {
        guard definition.category == .courtEnforcement else { return }
        let isServed = definition.steps.contains {
            $0.kind == .urge && $0.outcomes.contains { $0.next.contains(step.id) }
        }
        guard step.kind == .urge || isServed else { return }
        let first = try calendar.day(CourtPaper.urgingDays, workingDaysAfter: day ?? session.today)
        let written = isServed ? state.written.map(\.record) : papers
        if let urging = written.last(where: { $0.document == CourtPaper.urging }) {
            guard let until = Day(urging.text("until").trimmed), until < first else { return }
            throw CaseworkError.enforcement(.urgingTooShort(first: first))
        }
    }

    /// Refuses a record of what was cleared at once before the moment at which that was decided.
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 52 (可以决定立即实施代履行).
    func requireDecidedBefore(_ papers: [DocumentRecord], at step: Step) throws {
        guard step.kind == .execute else { return }
        for paper in papers where paper.document == AtOncePaper.record {
            let decided = state.acts.last { act in
                let outcome = definition.step(act.step)?.outcome(act.outcome)
                return outcome?.effect == .imposedAtOnce && !act.isVoided
            }?.at
            // What is written names the minute; the decision was made within one.
            guard let decided, let began = Instant(minute: paper.text("began").trimmed),
                began + .seconds(60) <= decided
            else { continue }
            throw CaseworkError.enforcement(.begunBeforeDecision(at: decided))
        }
    }
}

/// Why a decision cannot be enforced so, by the agency or by the court it asks (强制执行).
package enum EnforcementFault: Hashable, Sendable {
    /// Nothing says until when the party could contest the decision.
    case remediesUntold
    /// The party may contest it through that day.
    case remediesRun(through: Day)
    /// Three months ended on that day.
    case courtTooLate(last: Day)
    /// The urging gives the party a day before that one.
    case urgingTooShort(first: Day)
    /// What could not wait is said to have been done before it was decided.
    case begunBeforeDecision(at: Instant)
}

private enum AtOncePaper {
    static let record = "立即代履行记录"
}

private enum CourtPaper {
    static let registered = "逾期未履行决定登记表"
    static let months = 3
    static let urging = "申请强制执行催告书"
    static let urgingDays = 10
}
