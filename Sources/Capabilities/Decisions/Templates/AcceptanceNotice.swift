import Casework
import Documents
import Kernel
import Processes

/// 受理通知书.
///
/// - Source: Administrative License Law (行政许可法) art. 32(5), 42, 45; promised limits: 优化营商环境条例 art. 36.
extension ApplicationAccepted {
    func document(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        var opening = "\(facts.application)，申请事项属于本机关职权范围，申请材料齐全、符合法定形式。"
        if isDeemed {
            opening += "因逾期未告知，\(facts.basis("32(四)"))，自收到申请材料之日即\(acceptedOn.chinese)起即为受理。"
        } else {
            opening += "\(facts.basis("32(五)"))，本机关决定自\(acceptedOn.chinese)起予以受理。"
        }
        var rows = [
            (term: "申请事项", value: facts.item.name), (term: "受理日期", value: acceptedOn.chinese),
            (term: "法定办结时限", value: "\(statutory.chinese)（\(facts.item.statutorySource)）"),
            (term: "承诺办结时限", value: promised.chinese),
        ]
        if let day = due.promised {
            rows.append((term: "承诺办结日期", value: day.chinese + (due.isProvisional ? "（暂定，所涉年份放假安排尚未公布）" : "")))
        }
        return [
            .paragraph(opening), .table(.definitions(rows)),
        ] + excludedTime(facts) + facts.receivedMaterials
    }

    /// - Source: Administrative License Law (行政许可法) art. 45.
    private func excludedTime(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        guard facts.matter.category == .licensing else { return [] }
        return [
            .paragraph("依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，所需时间\(facts.basis("45"))不计入上述时限，本机关将另行书面告知。")
        ]
    }
}

extension CaseDocumentFacts {
    var receivedMaterials: [DocumentBlock] {
        guard !materials.isEmpty else { return [] }
        return [
            .heading("已收申请材料"),
            .table(
                DocumentTable(
                    columns: [
                        DocumentTable.Column(title: "序号", share: 1), DocumentTable.Column(title: "材料名称", share: 6),
                    ],
                    rows: materials.enumerated().map { ["\($0 + 1)", $1] }
                )
            ),
        ]
    }
}
