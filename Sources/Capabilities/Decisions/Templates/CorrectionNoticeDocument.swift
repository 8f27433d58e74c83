import Casework
import Documents
import Kernel
import Processes

/// 补正告知书.
///
/// - Source: Administrative License Law (行政许可法) art. 32(4): all corrections are told at once.
extension CorrectionNotice {
    func document(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        [
            .paragraph(
                "\(facts.application)。经审查，申请材料不齐全或者不符合法定形式。\(facts.basis("32(四)"))，现将需要补正的全部内容一次告知如下："
            ),
            .table(
                DocumentTable(
                    columns: [
                        DocumentTable.Column(title: "序号", share: 1), DocumentTable.Column(title: "材料或者填报内容", share: 4),
                        DocumentTable.Column(title: "情形", share: 2), DocumentTable.Column(title: "补正要求", share: 6),
                    ],
                    rows: points.enumerated().map { ["\($0 + 1)", $1.material, $1.kind.chinese, $1.explanation] }
                )
            ),
            .paragraph(
                "请按上述要求提交全部补正材料；补正期间不计入办理时限。按照要求提交全部补正材料的，本机关将予以受理。可凭办件编号和查询码在网上大厅提交，也可以到受理窗口提交。"
            ),
        ]
    }
}
