import Casework
import Documents
import EventLog
import Kernel
import Processes

/// 暂缓、分期缴纳罚款通知书.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 66.2, 72.1(1), 72.2.
extension PaymentDeferred {
    func document(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        let number = facts.matter.decision?.number ?? ""
        let rows = instalments.enumerated().map { index, part in
            (term: "第\(index + 1)期，\(part.due.chinese)前", value: "人民币\(part.amount.grouped)元")
        }
        return [
            .paragraph(
                "你（单位）于\(appliedOn.chinese)就\(number)《\(facts.matter.decision?.title ?? "")》申请暂缓或者分期缴纳罚款。"
                    + "经审查，依据\(LegalSource("行政处罚法§66.2").official)，准予按下列期限缴纳："
            ),
            .table(.definitions(rows)), .heading("准予的理由"), .paragraph(reasons.value),
            .paragraph(
                "任何一期逾期不缴纳的，依据\(LegalSource("行政处罚法§72").official)，自逾期之日起每日按该期罚款数额的百分之三加处罚款，"
                    + "并可以依法强制执行或者申请人民法院强制执行；申请强制执行的期限，自暂缓或者分期缴纳期限结束之日起计算。"
            ),
        ]
    }
}
