import Casework
import Documents
import EventLog
import Kernel
import Processes
import TimeLimits

/// 特别程序时间告知书.
///
/// - Source: Administrative License Law (行政许可法) art. 45: the applicant is told in writing how long it will take;
///   Administrative Coercion Law (行政强制法) art. 25.3: the same for tests of what is held.
extension ClockSuspended {
    func document(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        let isHeld = facts.matter.category == .coerciveMeasure
        let (matter, limit, basis) =
            isHeld
            ? (
                "本机关以\(facts.matter.decision?.number ?? "")《\(facts.matter.decision?.title ?? "")》查封、扣押的物品",
                "查封、扣押期限", "依据\(LegalSource("行政强制法§25.3").official)"
            ) : (facts.application, "办理时限", facts.basis("45"))
        return [
            .paragraph("\(matter)。因办理需要进行\(ground.chinese)，\(basis)，所需时间不计入\(limit)。现将所需时间告知如下："),
            .table(
                .definitions([
                    (term: "特别程序", value: ground.chinese), (term: "停止计时自", value: "\(since.chinese)的次日"),
                    (term: "预计结束", value: expectedEnd.chinese),
                    (term: "预计所需时间", value: "\(expectedEnd - since)日"), (term: "说明", value: explanation.value),
                ])
            ),
            .paragraph("特别程序结束后，\(limit)自次日起继续计算。" + (isHeld ? "所需费用由本机关承担。" : "")),
        ]
    }
}
