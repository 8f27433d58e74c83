import Casework
import Documents
import EventLog
import Kernel
import Processes
import TimeLimits

/// 特别程序时间告知书.
///
/// - Source: Administrative License Law (行政许可法) art. 45: the applicant is told in writing how long it will take.
extension ClockSuspended {
    func document(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        [
            .paragraph(
                "\(facts.application)。因办理需要进行\(ground.chinese)，\(facts.basis("45"))，所需时间不计入办理时限。现将所需时间告知如下："
            ),
            .table(
                .definitions([
                    (term: "特别程序", value: ground.chinese), (term: "停止计时自", value: "\(since.chinese)的次日"),
                    (term: "预计结束", value: expectedEnd.chinese),
                    (term: "预计所需时间", value: "\(expectedEnd - since)日"), (term: "说明", value: explanation.value),
                ])
            ),
            .paragraph("特别程序结束后，办理时限自次日起继续计算。"),
        ]
    }
}
