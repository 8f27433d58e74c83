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
        rows += facts.priorLines
        let grounds: [DocumentBlock] = reasons.isEmpty ? [] : [.heading("理由"), .paragraph(reasons)]
        return [
            .paragraph(facts.grantSentence),
            .table(.definitions(rows)),
        ] + grounds + [
            .paragraph("被许可人应当在许可的范围内从事活动，依法接受监督检查；需要延续有效期的，应当在有效期届满三十日前向本机关提出申请（\(LegalSource("行政许可法§50").official)）。")
        ] + facts.remedies(against: "决定")
    }

    private func refused(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        [
            .paragraph("\(facts.application)。经审查，\(facts.basis("38.2"))，本机关决定不予\(facts.asked)。"), .heading("决定内容"),
            .paragraph(content), .heading("理由"), .paragraph(reasons),
        ] + facts.formerPermit + facts.remedies(against: "决定")
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

/// What a decision on a renewal or change says beside: which permit it follows.
///
/// - Source: Administrative License Law (行政许可法) art. 49, 50.
extension CaseDocumentFacts {
    /// What is granted or refused: `行政许可`, `延续行政许可`.
    fileprivate var asked: String { "\(matter.prior?.purpose.chinese ?? "")行政许可" }

    fileprivate var grantSentence: String {
        if matter.isRenewalDeemed, let last = matter.prior?.validThrough {
            return "\(application)。本机关至\(last.chinese)有效期届满未作出是否准予延续的决定，"
                + "依据\(LegalSource("行政许可法§50.2").official)，视为准予延续行政许可。"
        }
        let also = matter.prior.map { "和\($0.purpose.source.official)" } ?? ""
        return "\(application)。经审查，申请符合法定条件、标准，\(basis("38.1"))\(also)，本机关决定准予\(asked)。"
    }

    /// The permit before, and what is another than in it.
    fileprivate var priorLines: [(term: String, value: String)] {
        guard let prior = matter.prior else { return [] }
        let former = [prior.decisionNumber, prior.permitNumber.map { "证件编号 \($0)" }].compactMap(\.self)
        let until = prior.validThrough.map { [(term: "前证有效期至", value: $0.chinese)] } ?? []
        let changed = matter.changes.map { change in
            (term: "变更：\(change.label)", value: "由“\(change.before)”变更为“\(change.after)”")
        }
        let note = prior.note.isEmpty ? [] : [(term: "申请内容", value: prior.note)]
        return [(term: "前证", value: former.joined(separator: "\n"))] + until + changed + note
    }

    /// What a refusal leaves as it is.
    fileprivate var formerPermit: [DocumentBlock] {
        guard let prior = matter.prior else { return [] }
        let end = prior.validThrough.map { "，在\($0.chinese)有效期届满前" } ?? ""
        return [.paragraph("\(prior.decisionNumber)准予的行政许可\(end)仍按原内容有效。")]
    }
}
