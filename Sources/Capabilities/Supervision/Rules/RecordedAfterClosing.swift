import Kernel
package import TimeLimits

/// CNT-FINISHTIME: an act is dated after the case was closed.
///
/// - Source: 国办发〔2018〕118号 三 (全过程记录); a Jiangsu platform's rule.
package struct RecordedAfterClosing: ActRule {
    package static let code = RuleCode.afterClosing
    package static let title = "办结后仍有办理记录"
    package let dimension = Dimension.content
    package let level: FindingLevel
    package let article = "国办发〔2018〕118号三"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(RecordedAfterClosing.code, default: .reminder)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard let act = caseFile.act, !act.mayFollowClosing, let closed = caseFile.closedOn, act.day > closed else {
            return []
        }
        return [
            Breach(
                self,
                .act(act.version),
                since: Instant(act.day),
                message: "案件已于\(closed.chinese)办结，此后仍有\(act.name)的记录",
                facts: [
                    FindingFact("办结日", closed.description), FindingFact("办理日", act.day.description),
                ]
            )
        ]
    }
}
