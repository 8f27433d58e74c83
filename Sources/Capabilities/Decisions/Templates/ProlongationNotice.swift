import Casework
import Documents
import EventLog
import Kernel
import Processes

/// 延长期限通知书.
///
/// - Source: Administrative License Law (行政许可法) art. 42: approved by the agency's head, reasons told to the applicant;
///   Administrative Coercion Law (行政强制法) art. 25: the same for how long seized things are held,
///   art. 32 for how long deposits are frozen.
extension LimitProlonged {
    func document(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        var rows = [(term: "延长", value: by.chinese)]
        if facts.matter.category == .coerciveMeasure {
            if let day = due.statutory { rows.append((term: "延长后查封、扣押期限届满日", value: day.chinese)) }
            return [
                .paragraph(
                    "本机关以\(facts.matter.decision?.number ?? "")《\(facts.matter.decision?.title ?? "")》对你（单位）的有关场所、设施"
                        + "或者财物予以查封、扣押。因情况复杂，在规定期限内不能作出处理决定，\(facts.prolonging)，经本机关负责人批准，"
                        + "决定延长查封、扣押期限。"
                ),
                .heading("延长期限的理由"), .paragraph(reasons.value), .table(.definitions(rows)),
            ] + facts.remedies(against: "决定")
        }
        if facts.matter.category == .freezing {
            if let day = due.statutory { rows.append((term: "延长后冻结期限届满日", value: day.chinese)) }
            return [
                .paragraph(
                    "本机关以\(facts.matter.decision?.number ?? "")《\(facts.matter.decision?.title ?? "")》冻结你（单位）的存款、汇款。"
                        + "因情况复杂，在规定期限内不能作出处理决定，\(facts.prolonging)，经本机关负责人批准，决定延长冻结期限。"
                ),
                .heading("延长期限的理由"), .paragraph(reasons.value), .table(.definitions(rows)),
            ] + facts.remedies(against: "决定")
        }
        if let day = due.statutory { rows.append((term: "延长后法定期限届满日", value: day.chinese)) }
        if let day = due.promised { rows.append((term: "延长后承诺期限届满日", value: day.chinese)) }
        return [
            .paragraph("\(facts.application)，在规定期限内不能作出决定。\(facts.prolonging)，经本机关负责人批准，决定延长办理期限。"),
            .heading("延长期限的理由"), .paragraph(reasons.value), .table(.definitions(rows)),
        ]
    }
}

extension CaseDocumentFacts {
    /// The provision that the process prolongs the limit by.
    fileprivate var prolonging: String { matter.prolongation.map { "依据\($0.official)" } ?? basis("42") }
}
