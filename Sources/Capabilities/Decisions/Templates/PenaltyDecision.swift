import Casework
import Documents
import Kernel
import Processes
import Sanctions

/// 行政处罚决定书, 当场行政处罚决定书 and 不予行政处罚决定书.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 59 (six contents), 52 (on the spot), 57 (no penalty), 67, 72, 73.
extension Decision {
    func penaltyDocument(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        switch (kind, facts.matter.category) {
        case (.imposed, .penaltySimple): onTheSpot(facts)
        case (.imposed, _), (.granted, _): imposed(facts)
        case (.notImposed, _), (.refused, _): notImposed(facts)
        }
    }

    private func imposed(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        [
            .table(.definitions(facts.partyLines)), .heading("违法事实和证据"), .paragraph(facts.matter.finding.sentence),
        ] + facts.evidence + [.heading("陈述、申辩和听证"), .paragraph(facts.hearing)] + [
            .heading("处罚理由和依据"), .paragraph(reasons.sentence),
        ] + facts.provisions + [.heading("行政处罚的种类")] + [
            .paragraph("本机关决定对当事人作出如下行政处罚：\(sanctions.chinese)。"), .heading("履行方式和期限"),
            .paragraph(performance.sentence),
        ] + payment + facts.remedies(against: "决定") + [
            .paragraph(
                "依据\(LegalSource("行政处罚法§73").official)，申请行政复议或者提起行政诉讼期间，行政处罚不停止执行，法律另有规定的除外。"
                    + "具有一定社会影响的行政处罚决定，依据\(LegalSource("行政处罚法§48").official)依法公开。"
            )
        ]
    }

    private func onTheSpot(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        var rows = facts.partyLines
        rows += [
            (term: "违法行为", value: facts.matter.finding),
            (term: "时间", value: "\(facts.day.chinese)\(facts.created.minuteText.suffix(5))"),
            (term: "地点", value: facts.matter.clue?.place ?? ""),
        ]
        if let proposal = facts.matter.proposal {
            rows += [
                (term: "违反的规定", value: LegalSource(proposal.broken).official),
                (term: "处罚的依据", value: LegalSource(proposal.basis).official),
            ]
        }
        rows.append((term: "处罚的种类和数额", value: sanctions.map(\.chinese).joined(separator: "\n")))
        rows.append((term: "履行方式和期限", value: performance))
        let officers = facts.matter.officers.map(\.chinese).joined(separator: "\n")
        return [
            .paragraph("当事人的违法事实确凿并有法定依据，依据\(LegalSource("行政处罚法§51").official)，执法人员当场作出行政处罚决定。"),
            .table(.definitions(rows)),
            .heading("理由"), .paragraph(reasons.sentence),
        ] + payment + facts.remedies(against: "决定") + [
            .table(
                .definitions([
                    (term: "执法人员", value: officers), (term: "执法人员签名", value: "\n"),
                    (term: "当事人签收（拒绝签收的注明）", value: "\n"),
                ])
            )
        ]
    }

    private func notImposed(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        [
            .table(.definitions(facts.partyLines)), .heading("查明的事实和证据"), .paragraph(facts.matter.finding.sentence),
        ] + facts.evidence + [
            .heading("理由和依据"), .paragraph(reasons.sentence), .heading("决定内容"),
            .paragraph("依据\(LegalSource("行政处罚法§57.1").official)，本机关决定不予行政处罚。\(content)"),
        ] + facts.remedies(against: "决定")
    }

    /// How and by when the penalty is performed, without the penalties that stand before it.
    private var performance: String {
        let head = "\(sanctions.chinese)。"
        return content.hasPrefix(head) ? String(content.dropFirst(head.count)) : content
    }

    /// Where a fine is paid and what a late payment costs.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 67, 72.1(1).
    private var payment: [DocumentBlock] {
        guard sanctions.fine != nil else { return [] }
        return [
            .paragraph(
                "依据\(LegalSource("行政处罚法§67").official)，罚款应当自收到本决定书之日起十五日内到指定的银行或者通过电子支付系统缴纳，依法当场收缴的除外。"
                    + "到期不缴纳的，依据\(LegalSource("行政处罚法§72.1(一)").official)，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。"
            )
        ]
    }
}

extension CaseDocumentFacts {
    /// The evidence in the file, by kind and what it shows.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 46, 59(2).
    fileprivate var evidence: [DocumentBlock] {
        guard !matter.evidence.isEmpty else { return [] }
        let columns = [("序号", 1), ("证据", 4), ("种类", 2), ("证明的事项", 5)]
        return [
            .table(
                DocumentTable(
                    columns: columns.map { DocumentTable.Column(title: $0.0, share: $0.1) },
                    rows: matter.evidence.enumerated().map { ["\($0 + 1)", $1.name, $1.kind.chinese, $1.shows] }
                )
            )
        ]
    }

    /// What the party said to the notice, and what became of it.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 44, 45, 62, 65 (the decision follows the record of the hearing).
    fileprivate var hearing: String {
        var text = matter.noticeServedOn.map { "本机关于\($0.chinese)将拟作出的行政处罚及当事人依法享有的权利告知当事人。" } ?? ""
        if let record = matter.papers["陈述申辩复核意见书"] {
            text +=
                "当事人进行了陈述、申辩：\(record.text("statement").sentence)经复核，\(record.text("conclusion"))：\(record.text("review").sentence)"
        }
        if matter.papers["听证笔录"] != nil {
            text += "应当事人的要求，本机关依法举行听证，并根据听证笔录，依据\(LegalSource("行政处罚法§65").official)作出本决定。"
        } else if let record = matter.papers["放弃权利声明书"] ?? matter.papers["放弃陈述申辩和听证权利声明书"] {
            text += "当事人明确放弃权利：\(record.text("declaration").sentence)"
        } else if matter.papers["陈述申辩复核意见书"] == nil {
            text += "当事人在规定的期限内未提出陈述、申辩意见。"
        }
        return text
    }

    /// The provision that was broken and the one the penalty rests on.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 59(3).
    fileprivate var provisions: [DocumentBlock] {
        guard let proposal = matter.proposal else { return [] }
        var rows = [
            (term: "违反的规定", value: LegalSource(proposal.broken).official),
            (term: "处罚的依据", value: LegalSource(proposal.basis).official),
        ]
        rows += matter.discretion.map { (term: "裁量情形", value: $0) }
        return [.table(.definitions(rows))]
    }
}
