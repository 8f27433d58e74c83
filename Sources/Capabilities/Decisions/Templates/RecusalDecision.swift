import Casework
import Documents
import EventLog
import Kernel
import Processes

extension RecusalSettled {
    /// Tells the party whether the officer keeps out of its case, and why.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 43.
    func document(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        let law = facts.matter.category.isPenalty ? "依据\(LegalSource("行政处罚法§43").official)，" : ""
        let by = (discussedBy ?? []).isEmpty ? "经本机关负责人决定" : "经本机关负责人集体讨论决定"
        let effect =
            isGranted ? "自即日起，\(name)不再参加本件的办理。" : "\(name)继续参加本件的办理。"
        return [
            .paragraph("“\(facts.item.name)”一案的办理人员\(name)是否回避，\(law)\(by)如下。"),
            .table(.definitions([(term: "决定", value: isGranted ? "准予回避" : "驳回回避申请"), (term: "人员", value: name)])),
            .heading("理由"), .paragraph(reasons.value.sentence), .paragraph(effect),
        ]
    }
}
