import Casework
import Documents
import EventLog
import Kernel
import Processes

/// What the party is told when a decision is corrected or loses its effect, a permit is struck off, or a case ends
/// without a decision; and what another agency is told when it gets the case.
package struct UpkeepPaper: Hashable, Sendable {
    private enum Matter: Hashable, Sendable {
        case correction(previous: String, content: String)
        case revocation(DecisionRevoked.Ground)
        case termination(CaseTerminated.Ground)
        case reopening(CaseReopened.Ground, authority: String, within: Day?, number: String)
        case annulment(DecisionDeclaredVoid.Ground, authority: String, collected: Money)
        case cancellation(PermitCancelled.Ground, on: Day)
        case handover(CaseHandedOver.Recipient, designation: String)
    }

    private let matter: Matter
    private let reasons: String

    init(_ given: DecisionCorrected) {
        matter = .correction(previous: given.previous.value, content: given.content.value)
        reasons = given.reasons.value
    }

    init(_ given: DecisionRevoked) {
        matter = .revocation(given.ground.value)
        reasons = given.reasons.value
    }

    init(_ given: CaseTerminated) {
        matter = .termination(given.ground)
        reasons = given.reasons.value
    }

    init(_ given: PermitCancelled) {
        matter = .cancellation(given.ground.value, on: given.cancelledOn.value)
        reasons = given.reasons.value
    }

    init(_ given: DecisionDeclaredVoid) {
        matter = .annulment(
            given.ground.value,
            authority: given.authority.value,
            collected: given.collected.value
        )
        reasons = given.reasons.value
    }

    init(_ given: CaseReopened) {
        matter = .reopening(
            given.ground.value,
            authority: given.authority.value,
            within: given.within,
            number: given.number.value
        )
        reasons = given.reasons.value
    }

    init(_ given: CaseHandedOver) {
        matter = .handover(given.recipient.value, designation: given.designation.value)
        reasons = given.reasons.value
    }

    /// Whether it is handed to the party; a letter to another agency is not.
    var isForParty: Bool {
        if case .handover = matter { false } else { true }
    }

    private static let revocationName = "撤销决定书"

    /// The name under which such a paper was issued before it had its own; it is not issued once more for that.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 8.2 (a lawful permit is withdrawn), 69 (an unlawful one revoked).
    var formerName: String? {
        if case .revocation(.lawChanged) = matter { UpkeepPaper.revocationName } else { nil }
    }

    var name: String {
        switch matter {
        case .correction: "文书更正通知书"
        case .revocation(let ground): ground.verb.rule.document ?? UpkeepPaper.revocationName
        case .termination: "终止案件通知书"
        case .reopening: "重新办理通知书"
        case .annulment: "确认无效决定书"
        case .cancellation: "注销决定书"
        case .handover: "案件移送函"
        }
    }

    /// The last part of the word of its series.
    var word: String {
        switch matter {
        case .correction: "更"
        case .revocation: "撤"
        case .termination: "止"
        case .reopening: "重"
        case .annulment: "无"
        case .cancellation: "注"
        case .handover: "移"
        }
    }

    /// - Source: Administrative Penalty Law (行政处罚法) art. 75.2; Administrative License Law (行政许可法) art. 8.2, 69, 70.
    func document(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        let decision = facts.matter.decision.map { "《\($0.title)》（\($0.number)）" } ?? "原决定"
        switch matter {
        case .correction(let previous, let content):
            return [
                .paragraph("本机关作出的\(decision)中有文字错误，现予更正，决定的其他内容不变。"),
                .table(.definitions([(term: "原文", value: previous), (term: "更正为", value: content)])), .heading("更正的理由"),
                .paragraph(reasons.sentence),
            ]
        case .revocation(let ground):
            let isWithdrawal = ground.verb == .withdrawDecision
            let loss = "由此给你（单位）造成财产损失的，本机关依法给予补偿。"
            return [
                .paragraph(
                    "\(basis(of: ground, facts.matter.category))本机关决定\(isWithdrawal ? "撤回" : "撤销")\(decision)。"
                ),
                .table(.definitions([(term: "情形", value: ground.chinese)])), .heading("理由"),
                .paragraph(reasons.sentence),
            ] + (isWithdrawal ? [.paragraph(loss)] : []) + facts.remedies(against: "决定")
        case .annulment(let ground, let authority, let collected):
            return annulment(ground, found(by: authority), collected, of: decision, facts)
        case .reopening(let ground, let authority, let within, let number):
            return reopening(ground, found(by: authority), within, number, facts)
        case .cancellation(let ground, let day):
            let permit = facts.matter.decision?.permitNumber.map { "（证号\($0)）" } ?? ""
            let name = facts.item.permitName.map { "《\($0)》\(permit)" } ?? "该项许可"
            return [
                .paragraph(
                    "依据\(ground.source.official)，本机关决定自\(day.chinese)起注销以\(decision)准予的\(name)。注销后，该许可不再具有效力。"
                ),
                .table(.definitions([(term: "情形", value: ground.chinese)])), .heading("理由"),
                .paragraph(reasons.sentence),
            ] + facts.remedies(against: "决定")
        case .handover(let recipient, let designation):
            let party = facts.applicant
            let isPenalty = facts.matter.category.isPenalty
            let about = isPenalty ? "涉嫌违法一案" : "一案"
            let matter = "本机关办理的\(party)\(about)（\(facts.item.name)），经审查不属于本机关管辖。"
            let law = UpkeepPaper.jurisdiction(of: facts.matter.category)?.official
            let grounds = [law, designation.isEmpty ? nil : designation].compactMap(\.self)
            let basis = grounds.isEmpty ? "" : "依据\(grounds.joined(separator: "和"))，"
            return [
                .paragraph("\(recipient.name)："), .paragraph("\(matter)\(basis)现将该案连同证据和案卷材料移送你机关处理。"),
                .paragraph("你机关对管辖有异议的，应报请共同的上一级行政机关指定管辖，不再自行移送。"),
                .table(
                    .definitions(
                        [
                            (term: "受移送的机关", value: recipient.name),
                            (term: "受移送机关的案号", value: recipient.number ?? ""),
                        ].filter { !$0.value.isEmpty }
                    )
                ), .heading("移送的理由"), .paragraph(reasons.sentence),
            ]
        case .termination(let ground):
            return [
                .paragraph("本机关办理的“\(facts.item.name)”一案，因下列情形终止，不再作出决定。"),
                .table(.definitions([(term: "情形", value: ground.chinese)])), .heading("理由"),
                .paragraph(reasons.sentence),
            ] + facts.remedies(against: "通知")
        }
    }

    /// Which article says who has jurisdiction over matters of the category; `nil` where no one statute does.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 22; Administrative Coercion Law (行政强制法) art. 17.1.
    private static func jurisdiction(of category: ProcessDefinition.Category) -> LegalSource? {
        switch category {
        case .penalty, .penaltyHearing, .penaltySimple: "行政处罚法§22"
        case .coerciveMeasure, .freezing: "行政强制法§17.1"
        case .coerciveExecution, .substituteExecution, .courtEnforcement, .inspection, .requisition, .levy, .charge,
            .licensing, .grant, .confirmation,
            .adjudication, .reward, .registration, .other:
            nil
        }
    }

    /// Names the decision that another authority made.
    private func found(by authority: String) -> String { authority.isEmpty ? "" : "根据\(authority)，" }

    /// - Source: Administrative Reconsideration Law (行政复议法) art. 64; Administrative Litigation Law (行政诉讼法) art. 70, 71.
    private func reopening(
        _ ground: CaseReopened.Ground,
        _ found: String,
        _ day: Day?,
        _ number: String,
        _ facts: CaseDocumentFacts
    ) -> [DocumentBlock] {
        let former = facts.matter.decision.map { "《\($0.title)》（\($0.number)）不再具有效力，" } ?? ""
        let within = day.map { [(term: "应作出决定的日期", value: "\($0.chinese)以前")] } ?? []
        return [
            .paragraph(
                "\(found)依据\(ground.source.official)，\(former)本机关对“\(facts.item.name)”一案重新办理，重新作出决定。"
            ),
            .table(
                .definitions(
                    [(term: "情形", value: ground.chinese), (term: "重新办理的案号", value: number)] + within
                )
            ), .heading("理由"), .paragraph(reasons.sentence),
        ]
    }

    /// - Source: Administrative Penalty Law (行政处罚法) art. 38; State Compensation Law (国家赔偿法) art. 36(1).
    private func annulment(
        _ ground: DecisionDeclaredVoid.Ground,
        _ found: String,
        _ collected: Money,
        of decision: String,
        _ facts: CaseDocumentFacts
    ) -> [DocumentBlock] {
        let refund: [DocumentBlock] =
            collected > .zero
            ? [
                .paragraph(
                    "已经收缴的款项人民币\(collected.grouped)元，依据\(LegalSource("国家赔偿法§36(一)").official)予以退还。"
                )
            ] : []
        return [
            .paragraph(
                "\(found)依据\(ground.source.official)，本机关确认\(decision)无效。该决定自始没有法律约束力，不再执行。"
            ),
            .table(.definitions([(term: "情形", value: ground.chinese)])), .heading("理由"), .paragraph(reasons.sentence),
        ] + refund + facts.remedies(against: "决定")
    }

    /// Cites the law of the category, or the ground where none of its laws says so; what courts and reconsideration say holds
    /// for all.
    private func basis(of ground: DecisionRevoked.Ground, _ category: ProcessDefinition.Category) -> String {
        switch ground {
        case .reconsideration, .judgment: "依据\(ground.source.official)，"
        case .unlawful where category.isPenalty: "依据\(LegalSource("行政处罚法§75.2").official)，"
        case .unlawful, .obtainedByFraud, .lawChanged:
            category == .licensing ? "依据\(ground.source.official)，" : "因原决定\(stated(ground))，"
        }
    }

    private func stated(_ ground: DecisionRevoked.Ground) -> String {
        switch ground {
        case .unlawful: "违法或者不当"
        case .obtainedByFraud: "以欺骗、贿赂等不正当手段取得"
        case .lawChanged: "的依据修改、废止或者客观情况发生重大变化"
        case .reconsideration, .judgment: "被改变"
        }
    }
}
