import Casework
import Documents
import Kernel
import Processes

/// 准予行政许可决定书 and 不予行政许可决定书.
///
/// - Source: Administrative License Law (行政许可法) art. 38 (reasons and remedies of a refusal), 39 (permit), 40.
extension Decision {
    func licenseDocument(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        switch kind {
        case .granted: granted(facts)
        case .refused, .imposed, .notImposed: refused(facts)
        }
    }

    private func granted(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        var rows = [(term: "许可事项", value: facts.item.name), (term: "被许可人", value: facts.applicant)]
        rows.append((term: "许可内容", value: content))
        if let permit = facts.item.permitName, let permitNumber {
            rows.append((term: "许可证件", value: "\(permit)\n编号 \(permitNumber)"))
        }
        if let validity { rows.append((term: "有效期", value: validity)) }
        let grounds: [DocumentBlock] = reasons.isEmpty ? [] : [.heading("理由"), .paragraph(reasons)]
        return [
            .paragraph("\(facts.application)。经审查，申请符合法定条件、标准，\(facts.basis("38.1"))，本机关决定准予行政许可。"),
            .table(.definitions(rows)),
        ] + grounds + [
            .paragraph("被许可人应当在许可的范围内从事活动，依法接受监督检查；需要延续有效期的，应当在有效期届满三十日前向本机关提出申请（\(LegalSource("行政许可法§50").official)）。")
        ] + facts.remedies(against: "决定")
    }

    private func refused(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        [
            .paragraph("\(facts.application)。经审查，\(facts.basis("38.2"))，本机关决定不予行政许可。"), .heading("决定内容"),
            .paragraph(content), .heading("理由"), .paragraph(reasons),
        ] + facts.remedies(against: "决定")
    }

    var validity: String? {
        switch (validFrom, validThrough) {
        case (let from?, let through?): "\(from.chinese)至\(through.chinese)"
        case (let from?, nil): "自\(from.chinese)起"
        case (nil, let through?): "至\(through.chinese)"
        case (nil, nil): nil
        }
    }
}
