import Casework
import Documents
import Kernel
import Processes
import Sanctions

/// What the party is told of: what is proposed, and what it may say to it.
extension WrittenPaper {
    /// The penalty that is proposed, with its facts and provisions, in the papers that tell the party of it.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 44.
    func proposal(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        guard says(.statementRight), facts.matter.category.isPenalty, let proposal = facts.matter.proposal else {
            return []
        }
        let ownFacts = record.entries.contains { $0.key == "facts" }
        var rows = [
            (term: "违反的规定", value: LegalSource(proposal.broken).official),
            (term: "处罚的依据", value: LegalSource(proposal.basis).official),
        ]
        rows += facts.matter.discretion.map { (term: "裁量情形", value: $0) }
        rows.append((term: "拟作出的处罚", value: proposal.sanctions.map(\.chinese).joined(separator: "\n")))
        let found: [DocumentBlock] = ownFacts ? [] : [.heading("违法事实"), .paragraph(facts.matter.finding.sentence)]
        return found + [.heading("理由、依据和拟作出的行政处罚"), .table(.definitions(rows))]
    }

    func rights(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        let told =
            (says(.statementRight) ? statementRight(in: facts.matter.category) : [])
            + (says(.hearingRight) ? hearingRight(in: facts.matter.category) : [])
        return told.isEmpty ? [] : [.heading("依法享有的权利")] + told.map(DocumentBlock.paragraph)
    }

    /// - Source: Administrative Penalty Law (行政处罚法) art. 44, 45; Administrative Coercion Law (行政强制法) art. 8, 18(6),
    ///   36; Administrative License Law (行政许可法) art. 36.
    private func statementRight(in category: ProcessDefinition.Category) -> [String] {
        switch category {
        case .penaltySimple, .penalty, .penaltyHearing:
            let period = record.text("period")
            let until = period.isEmpty ? "" : "请自收到本告知书之日起\(period)内提出；逾期未提出的，本机关将依法作出决定。"
            return [
                "依据\(LegalSource("行政处罚法§44").official)、\(LegalSource("行政处罚法§45").official)，你（单位）有权进行陈述和申辩。\(until)"
                    + "本机关不得因陈述、申辩而给予更重的处罚。"
            ]
        case .coerciveMeasure, .freezing:
            return ["依据\(LegalSource("行政强制法§8.1").official)，当事人享有陈述权、申辩权，有权依法申请行政复议或者提起行政诉讼。"]
        case .coerciveExecution, .substituteExecution, .courtEnforcement:
            return ["依据\(LegalSource("行政强制法§36").official)，你（单位）收到本催告书后有权进行陈述和申辩，本机关将予以记录、复核。"]
        case .levy where document.name == "催缴通知书":
            return ["依据\(LegalSource("行政强制法§36").official)，你（单位）收到本通知书后有权进行陈述和申辩，本机关将予以记录、复核。"]
        case .licensing: return ["依据\(LegalSource("行政许可法§36").official)，申请人、利害关系人有权进行陈述和申辩。"]
        case .confirmation, .registration, .other: return ["参照\(LegalSource("行政许可法§36").official)，申请人、利害关系人有权进行陈述和申辩。"]
        case .adjudication: return ["你（单位）有权进行陈述、申辩，提交证据，并申请与案件有利害关系的工作人员回避。"]
        case .inspection, .levy, .charge, .grant, .reward, .requisition: return ["你（单位）有权进行陈述和申辩，本机关应当听取。"]
        }
    }

    /// - Source: Administrative Penalty Law (行政处罚法) art. 63, 64; Administrative License Law (行政许可法) art. 47.
    private func hearingRight(in category: ProcessDefinition.Category) -> [String] {
        switch category {
        case .penaltySimple, .penalty, .penaltyHearing:
            [
                "依据\(LegalSource("行政处罚法§63").official)、\(LegalSource("行政处罚法§64").official)，你（单位）有权要求听证，应当自收到本告知书之日起"
                    + "五个工作日内向本机关提出；可以亲自参加听证，也可以委托一至二人代理；不承担听证的费用。逾期未提出的，本机关不再组织听证。"
            ]
        case .licensing:
            [
                "依据\(LegalSource("行政许可法§47").official)，申请人、利害关系人有权要求听证，应当自被告知之日起五个工作日内提出申请；"
                    + "本机关将在二十个工作日内组织听证，不收取费用。"
            ]
        case .adjudication, .coerciveMeasure, .freezing, .coerciveExecution, .substituteExecution, .courtEnforcement,
            .inspection, .levy, .charge, .grant, .confirmation,
            .reward, .requisition, .registration, .other:
            ["你（单位）有权申请以听证方式审理。"]
        }
    }
}
