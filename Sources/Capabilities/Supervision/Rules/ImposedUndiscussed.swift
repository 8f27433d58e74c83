import Casework
import Kernel
package import TimeLimits

/// FLW-NOCOLL: a penalty for a grave act was imposed and those in charge had not discussed it together.
///
/// Which one is grave, the table in force for the division says; the step of review asks the same.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 57.2.
package struct ImposedUndiscussed: ActRule {
    package static let code = RuleCode.undiscussed
    package static let title = "未经集体讨论即作出处罚决定"
    package let dimension = Dimension.flow
    package let level: FindingLevel
    package let article = "行政处罚法§57.2"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(ImposedUndiscussed.code, default: .redCard)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard let penalty = caseFile.penalty, let ground = penalty.discussionDue, !penalty.wasDiscussed,
            let decision = caseFile.decision
        else { return [] }
        return [
            Breach(
                self,
                .decision,
                since: Instant(decision.decidedOn),
                message: "重大违法行为的处罚决定，未经行政机关负责人集体讨论即作出",
                facts: penalty.facts(of: decision) + [FindingFact("应当讨论的情形", ground)]
            )
        ]
    }
}
