import Casework
import EventLog
import Kernel
package import TimeLimits

/// CNT-BACKFILL: an act was entered long after it happened.
///
/// What was done on site counts from there, by our clock; the finding shows what the device said.
///
/// - Source: 国办发〔2018〕118号 三 (全过程记录); 川办发〔2011〕45号 (no running off line and entering afterwards).
package struct EnteredLate: ActRule {
    package static let code = RuleCode.backfill
    package static let title = "事后补录"
    package static let numbers = [hoursNumber]
    private static let hoursNumber = RuleNumber("hours", "小时", standard: 24, within: 1...720)
    package let dimension = Dimension.content
    package let level: FindingLevel
    package let article = "国办发〔2018〕118号三"
    private let hours: Int

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(EnteredLate.code, default: .warning)
        hours = try parameters.number(EnteredLate.code, EnteredLate.hoursNumber)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard let act = caseFile.act else { return [] }
        let late = act.hoursToEntry
        guard late >= hours else { return [] }
        return [
            Breach(
                self,
                .act(act.version),
                since: act.recordedAt,
                message: "\(act.name)在办理\(late)小时后才录入系统",
                facts: [
                    FindingFact("办理时间", act.onSite.map { "现场，\($0.chinese)" } ?? act.occurred.at.minuteText),
                    FindingFact("录入时间", act.recordedAt.minuteText),
                    FindingFact("允许间隔", "\(hours)小时"),
                ]
            )
        ]
    }
}
