import Casework
import Kernel
package import TimeLimits

/// FLW-NONOTICE: a penalty was imposed and the party had not been told of it before.
///
/// Who gives up being heard must have been told too. The guard lets none pass here.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 44, 62, 63.
package struct ImposedUntold: ActRule {
    package static let code = RuleCode.untold
    package static let title = "未告知即作出处罚决定"
    package let dimension = Dimension.flow
    package let level: FindingLevel
    package let article = "行政处罚法§44、§62"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(ImposedUntold.code, default: .redCard)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard let penalty = caseFile.penalty, !penalty.wasTold, let decision = caseFile.decision else { return [] }
        return [
            Breach(
                self,
                .decision,
                since: Instant(decision.decidedOn),
                message: "作出处罚决定前没有告知当事人拟处罚的内容、事实、理由、依据和权利",
                facts: penalty.facts(of: decision)
            )
        ]
    }
}
