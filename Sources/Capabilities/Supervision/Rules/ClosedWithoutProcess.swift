import Casework
import Kernel
package import TimeLimits

/// CNT-NOPROCESS: a decided case was closed and holds no record of a step.
///
/// - Source: 国办发〔2018〕118号 三 (全过程记录); a Jiangsu platform's rule.
package struct ClosedWithoutProcess: ActRule {
    package static let code = RuleCode.noProcess
    package static let title = "办结无过程记录"
    package let dimension = Dimension.content
    package let level: FindingLevel
    package let article = "国办发〔2018〕118号三"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(ClosedWithoutProcess.code, default: .reminder)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard let closed = caseFile.closedOn, let decision = caseFile.decision, caseFile.stepsDone == 0 else {
            return []
        }
        return [
            Breach(
                self,
                .dossier,
                since: Instant(closed),
                message: "案件已决定并办结，没有任何环节的办理记录",
                facts: [FindingFact("办结日", closed.description), FindingFact("决定文号", decision.number)]
            )
        ]
    }
}
