import Casework
import Documents
import Kernel
import Processes

/// The decisions of every category but penalties and licenses, which have their own.
extension Decision {
    func document(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        switch facts.matter.category {
        case .licensing: licenseDocument(facts)
        case .penalty, .penaltyHearing, .penaltySimple: penaltyDocument(facts)
        case .coerciveMeasure: measure(facts)
        case .freezing: freeze(facts)
        case .coerciveExecution: execution(facts)
        case .substituteExecution: substitution(facts)
        case .courtEnforcement, .levy, .charge, .requisition, .inspection: burden(facts)
        case .grant, .confirmation, .adjudication, .reward, .registration, .other: onApplication(facts)
        }
    }

    /// - Source: Administrative Coercion Law (行政强制法) art. 24.2 (five contents), 25.1, 26.3.
    private func measure(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        guard kind == .imposed else { return notBurdened(facts) }
        let period = validity.map { "\($0)。" } ?? ""
        return [
            .table(.definitions(facts.partyLines)), .heading("理由和依据"), .paragraph(reasons.sentence),
        ] + facts.quoting("grounds", of: "行政强制措施审批表") + [
            .heading("查封、扣押的场所、设施或者财物"), .paragraph("\(content)（名称、数量详见《财物清单》）"), .heading("期限"),
            .paragraph(
                "\(period)依据\(LegalSource("行政强制法§25.1").official)，查封、扣押的期限不超过三十日；情况复杂的，经本机关负责人批准可以延长，"
                    + "延长期限不超过三十日，并书面告知当事人。因查封、扣押发生的保管费用由本机关承担。"
            ),
        ] + facts.remedies(against: "决定")
    }

    /// - Source: Administrative Coercion Law (行政强制法) art. 31 (five contents), 32, 33.
    private func freeze(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        guard kind == .imposed else { return notBurdened(facts) }
        let rows = facts.rows([("account", "冻结的账号"), ("amount", "冻结的数额（元）"), ("law", "赋予冻结权的法律")], of: "冻结审批表")
        return [
            .table(.definitions(facts.partyLines)), .heading("冻结的理由和依据"), .paragraph(reasons.sentence),
        ] + facts.quoting("grounds", of: "冻结审批表") + [
            .heading("冻结的账号和数额"), .table(.definitions([(term: "决定内容", value: content)] + rows)), .heading("期限"),
            .paragraph(
                "依据\(LegalSource("行政强制法§32").official)，自冻结之日起三十日内，本机关作出处理决定或者解除冻结决定；情况复杂的，经本机关负责人批准"
                    + "可以延长，延长期限不超过三十日。逾期未作出的，金融机构自冻结期满之日起解除冻结。"
            ),
        ] + facts.remedies(against: "决定")
    }

    /// - Source: Administrative Coercion Law (行政强制法) art. 50, 51.
    private func substitution(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        guard kind == .imposed else { return notBurdened(facts) }
        // The paper of a step that was taken back is still known: what was decided tells, not what was written.
        if title == Decision.titleAtOnce { return substitutionAtOnce(facts) }
        let named = [
            ("object", "代履行的标的"), ("way", "代履行的方式"), ("time", "代履行的时间"), ("cost", "费用预算（元）"),
            ("performer", "代履行人"),
        ]
        return [
            .table(.definitions(facts.partyLines)), .heading("代履行的理由和依据"), .paragraph(reasons.sentence),
            .paragraph(
                "经催告，当事人逾期仍不履行。依据\(LegalSource("行政强制法§50").official)、\(LegalSource("行政强制法§51").official)，"
                    + "本机关决定代履行。代履行的费用按照成本合理确定，由当事人承担。代履行三日前将再次催告；当事人履行的，停止代履行。"
            ),
            .heading("代履行的方式、时间和费用"),
            .table(.definitions([(term: "决定内容", value: content)] + facts.rows(named, of: "代履行审批表"))),
        ] + facts.remedies(against: "决定")
    }

    /// The paper that tells what could not wait.
    private static let atOnce = "立即清除情况登记表"
    private static let titleAtOnce = "立即代履行决定书"

    /// What lies on roads, waterways and public places is cleared at once.
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 51.1(1), 51.2, 52.
    private func substitutionAtOnce(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        let named = [
            ("where", "场所"), ("place", "地点"), ("matter", "需要清除的物"), ("presence", "当事人到场情况"), ("way", "代履行的方式"),
            ("cost", "费用预算（元）"), ("performer", "代履行人"),
        ]
        return [
            .table(.definitions(facts.partyLines)), .heading("立即代履行的理由和依据"), .paragraph(reasons.sentence),
        ] + facts.quoting("grounds", of: Decision.atOnce) + [
            .paragraph(
                "需要立即清除，当事人不能清除。依据\(LegalSource("行政强制法§52").official)，本机关决定立即实施代履行。代履行的费用依据"
                    + "\(LegalSource("行政强制法§51.2").official)按照成本合理确定，由当事人承担。当事人不在场的，本机关在事后立即通知当事人，并依法作出处理。"
            ),
            .heading("代履行的标的、方式和费用"),
            .table(.definitions([(term: "决定内容", value: content)] + facts.rows(named, of: Decision.atOnce))),
        ] + facts.remedies(against: "决定")
    }

    /// - Source: Administrative Coercion Law (行政强制法) art. 37.2 (five contents), 43.
    private func execution(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        guard kind == .imposed else { return notBurdened(facts) }
        let rows =
            [(term: "决定内容", value: content)] + facts.rows([("way", "执行方式"), ("time", "执行时间")], of: "强制执行审批表")
        return [
            .table(.definitions(facts.partyLines)), .heading("强制执行的理由和依据"), .paragraph(reasons.sentence),
            .paragraph("经催告，当事人逾期仍不履行行政决定且无正当理由。依据\(LegalSource("行政强制法§37").official)，本机关决定强制执行。"),
            .heading("强制执行的方式和时间"), .table(.definitions(rows)),
        ] + facts.remedies(against: "决定")
    }

    private func burden(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        let surcharge: [DocumentBlock] =
            kind == .imposed && facts.matter.category == .levy
            ? [
                .paragraph(
                    "逾期不缴纳的，依据\(LegalSource("行政强制法§45").official)依法加收滞纳金，滞纳金的数额不超出应缴金额。"
                )
            ] : []
        return [
            .table(.definitions(facts.partyLines)), .paragraph("经审查，本机关决定如下："), .heading("决定内容"),
            .paragraph(content.sentence),
        ] + surcharge + [.heading("理由和依据"), .paragraph(reasons.sentence)] + term + facts.remedies(against: "决定")
    }

    /// What turns out in the party's favor is told with its reasons.
    private func notBurdened(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        [
            .table(.definitions(facts.partyLines)), .paragraph("经审查，本机关决定如下："), .heading("决定内容"),
            .paragraph(content.sentence),
            .heading("理由和依据"), .paragraph(reasons.sentence),
        ]
    }

    private func onApplication(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        let grounds: [DocumentBlock] = reasons.isEmpty ? [] : [.heading("理由和依据"), .paragraph(reasons.sentence)]
        let parties: [DocumentBlock] =
            facts.matter.category == .adjudication ? facts.opponents : [.table(.definitions(facts.partyLines))]
        return [.paragraph("\(facts.application)。经审查，本机关决定如下：")] + parties + [
            .heading("决定内容"), .paragraph(content.sentence),
        ] + grounds + term + facts.remedies(against: "决定")
    }

    private var term: [DocumentBlock] {
        guard let validity else { return [] }
        return [.table(.definitions([(term: "期限", value: validity)]))]
    }

    /// The certificate in which the decision is handed out.
    func certificate(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        var rows =
            facts.partyLines + [
                (term: "事项", value: facts.item.name), (term: "内容", value: content),
                (term: "决定文书", value: "《\(title)》\n\(number)"), (term: "决定日期", value: decidedOn.chinese),
            ]
        if let validity { rows.append((term: "有效期", value: validity)) }
        return [.table(.definitions(rows))]
    }
}

extension CaseDocumentFacts {
    /// Returns a field of an earlier paper as a paragraph; nothing if it was not written.
    fileprivate func quoting(_ key: String, of paper: String) -> [DocumentBlock] {
        guard let text = matter.papers[paper]?.text(key), !text.isEmpty else { return [] }
        return [.paragraph(text)]
    }

    /// Returns fields of an earlier paper under the terms they get here; those that were written.
    fileprivate func rows(_ fields: [(key: String, term: String)], of paper: String) -> [(term: String, value: String)]
    {
        fields.compactMap { key, term in
            guard let text = matter.papers[paper]?.text(key), !text.isEmpty else { return nil }
            return (term: term, value: text)
        }
    }

    /// Who asked for the adjudication, and against whom.
    fileprivate var opponents: [DocumentBlock] {
        let respondent = matter.papers["答辩通知书"]?.text("respondent") ?? ""
        let rows = [(term: "申请人", value: applicant)]
        return [.table(.definitions(respondent.isEmpty ? rows : rows + [(term: "被申请人", value: respondent)]))]
    }
}
