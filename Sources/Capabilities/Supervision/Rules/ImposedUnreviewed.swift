import Casework
import Kernel
package import TimeLimits

/// FLW-NOREVIEW: a penalty that must pass the legal review was imposed without having passed it.
///
/// Which one must, the table in force for the division says, and the agency's own catalog; the guard asks the same two.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 58; 国办发〔2018〕118号 part 4.
package struct ImposedUnreviewed: ActRule {
    package static let code = RuleCode.unreviewed
    package static let title = "未经法制审核即作出处罚决定"
    package let dimension = Dimension.flow
    package let level: FindingLevel
    package let article = "行政处罚法§58"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(ImposedUnreviewed.code, default: .redCard)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard let penalty = caseFile.penalty, let ground = penalty.reviewDue, !penalty.wasReviewed,
            let decision = caseFile.decision
        else { return [] }
        return [
            Breach(
                self,
                .decision,
                since: Instant(decision.decidedOn),
                message: "应当法制审核的处罚决定，未经审核或者审核未通过即作出",
                facts: penalty.facts(of: decision) + [FindingFact("应当审核的情形", ground)]
            )
        ]
    }
}
