import Casework
import Documents
import Kernel
import Processes

/// What was paid; the official receipt itself is issued by the treasury's system.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 67, 70, 72.1(1).
extension PaymentReceived {
    func document(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        var rows = [(term: "缴款人", value: facts.applicant)]
        if let decision = facts.matter.decision {
            rows.append((term: "决定文书", value: "《\(decision.title)》\n\(decision.number)"))
        }
        rows += [
            (term: "实收金额", value: "人民币\(amount.grouped)元"), (term: "缴款日期", value: paidOn.chinese),
            (term: "财政票据号码", value: receipt),
        ]
        if surcharge > .zero {
            rows.append((term: "应加处罚款", value: "人民币\(surcharge.grouped)元"))
        }
        return [.table(.definitions(rows)), .paragraph("本页登记缴款情况；财政部门统一制发的票据另行出具，当事人凭票据缴纳。")]
    }
}
