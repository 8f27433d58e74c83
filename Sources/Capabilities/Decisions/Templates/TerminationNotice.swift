import Casework
import Documents
import Kernel
import Processes

/// 终止办理通知书.
///
/// - Source: Administrative License Law (行政许可法) art. 32(5) (seal and date), by analogy.
extension ApplicationWithdrawn {
    func document(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        [
            .paragraph("\(facts.application)。因申请人撤回申请，本机关终止办理。"), .heading("理由"), .paragraph(reason),
            .paragraph("申请人可以依法重新提出申请。"),
        ]
    }
}
