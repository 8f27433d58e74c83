import Access
import Casework
import EventLog
import Kernel
import Processes
import WebServer

/// What is done within a legal review, each by one form; the raw value ends its address.
enum LegalReviewAct: String, Hashable, Sendable, CaseIterable {
    case confirm
    case ask
    case supply
    case prolong
    case oppose
    case accept
    case contest
    case answer
    case resolve

    var verb: CaseVerb {
        switch self {
        case .confirm: .confirmReviewMaterials
        case .ask: .askReviewMaterials
        case .supply: .supplyReviewMaterials
        case .prolong: .prolongReview
        case .oppose: .opposeInReview
        case .accept: .acceptReview
        case .contest: .contestReview
        case .answer: .answerContest
        case .resolve: .resolveReview
        }
    }

    /// What its fields are called in the form.
    var prefix: String { "review-\(rawValue)" }

    /// Whose act it is.
    enum Side { case reviewer, handler, head }

    var side: Side {
        switch self {
        case .confirm, .ask, .oppose, .answer: .reviewer
        case .supply, .accept, .contest: .handler
        case .prolong, .resolve: .head
        }
    }

    /// The acts that a review is open for.
    ///
    /// - Parameters:
    ///   - review: the review as it stands.
    ///   - isIncomplete: whether materials the catalog wants are missing.
    ///   - today: nothing is contested late.
    /// - Returns: the acts of all sides, in the order of the forms.
    static func offered(_ review: LegalReview, isIncomplete: Bool, on today: Day) -> [LegalReviewAct] {
        switch review.phase {
        case .reviewing:
            (isIncomplete ? [.confirm] : []) + [.ask, .oppose] + (review.prolongation == nil ? [.prolong] : [])
        case .supplementing: [.supply]
        case .opposed(let last): [.accept] + (today <= last ? [.contest] : [])
        case .contested: [.answer, .accept]
        case .maintained: [.accept, .resolve]
        }
    }
}

extension CaseAct {
    /// Reads one form of a legal review.
    static func review(_ act: LegalReviewAct, _ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(act.prefix, request.form.values)
        let papers = content.papers(for: act)
        let (id, seen, reasons) = (content.id, seen(request), fields.text("reasons"))
        let submit: Submit?
        switch act {
        case .confirm:
            let command = ConfirmReviewMaterials(caseFile: id, seen: seen, materials: fields.all("materials"))
            submit = { log, act in try await log.submit(command, as: act) }
        case .ask:
            let named = fields.all("materials") + fields.text("others").split(separator: "\n").map(String.init)
            let command = AskReviewMaterials(caseFile: id, seen: seen, materials: named, reasons: reasons)
            submit = { log, act in try await log.submit(command, as: act) }
        case .supply:
            let asked = content.legalReview?.review.asked?.materials ?? []
            let supplied = asked.enumerated().compactMap { place, material in
                let paper = fields.text("paper\(place)")
                return paper.isEmpty ? nil : ReviewMaterialsSupplied.Supplied(material: material, paper: paper)
            }
            let command = SupplyReviewMaterials(caseFile: id, seen: seen, supplied: supplied)
            submit = { log, act in try await log.submit(command, as: act) }
        case .prolong:
            let command = ProlongReview(caseFile: id, seen: seen, reasons: reasons)
            submit = { log, act in try await log.submit(command, as: act) }
        case .oppose:
            let command = OpposeInReview(
                caseFile: id,
                seen: seen,
                defects: fields.all("defects").compactMap(ReviewDefect.init),
                to: Step.ID(fields.text("to")),
                opinion: reasons,
                documents: fields.papers(papers)
            )
            submit = { log, act in try await log.submit(command, as: act) }
        case .accept:
            let command = AcceptReview(caseFile: id, seen: seen, note: reasons)
            submit = { log, act in try await log.submit(command, as: act) }
        case .contest:
            let command = ContestReview(caseFile: id, seen: seen, reasons: reasons)
            submit = { log, act in try await log.submit(command, as: act) }
        case .answer:
            let answer = fields.text("answer")
            if !["maintained", "changed"].contains(answer) { fields.fault("answer", "“复审结果”应为所列选项之一，实为未选") }
            let isMaintained = answer == "maintained"
            let command = AnswerContest(caseFile: id, seen: seen, isMaintained: isMaintained, opinion: reasons)
            submit = { log, act in try await log.submit(command, as: act) }
        case .resolve:
            submit = fields.choice("result", "协调结果", of: ReviewResolution.self).map { result in
                let command = ResolveReview(
                    caseFile: id,
                    seen: seen,
                    result: result,
                    reasons: reasons,
                    documents: fields.papers(papers)
                )
                return { log, act in try await log.submit(command, as: act) }
            }
        }
        return CaseAct(
            fields,
            label: act.verb.chinese,
            action: act.action,
            function: content.function(of: act),
            papers: papers,
            submit: submit
        )
    }
}

extension LegalReviewAct {
    fileprivate var action: Action {
        switch side {
        case .reviewer: .reviewLegality
        case .handler: .examineCase
        case .head: .approveDecision
        }
    }
}

extension CaseContent {
    /// The step that reviews, and its review so far; `nil` while none waits.
    var legalReview: (step: Step, review: LegalReview)? {
        let step = state.position.steps.compactMap(definition.step).first { $0.kind == .legalReview }
        return step.map { ($0, state.review(of: $0.id)) }
    }

    /// The acts of the reader's own posts that the review is open for.
    var reviewActs: [LegalReviewAct] {
        guard let (_, review) = legalReview, isColleague else { return [] }
        let isIncomplete = !state.missingMaterials(in: review).isEmpty
        return LegalReviewAct.offered(review, isIncomplete: isIncomplete, on: today).filter { act in
            function(of: act).map(functions.contains) ?? false
        }
    }

    /// The post of the process whose act it is.
    func function(of act: LegalReviewAct) -> String? {
        switch act.side {
        case .reviewer: legalReview?.step.post.text
        case .handler: handling ?? definition.posts.first { $0.kind == .handle }?.id.text
        case .head: definition.posts.first { $0.kind == .approve }?.id.text
        }
    }

    /// The papers that an act of the review fills in.
    func papers(for act: LegalReviewAct) -> [DocumentForm] {
        switch act {
        case .oppose: legalReview.map { papers(returning: $0.step) } ?? []
        case .resolve: forms.form(of: StepDocument("集体讨论记录")).map { [$0] } ?? []
        case .confirm, .ask, .supply, .prolong, .accept, .contest, .answer: []
        }
    }
}
