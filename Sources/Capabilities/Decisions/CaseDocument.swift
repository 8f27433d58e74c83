package import Casework
import EventLog
package import Processes

/// An official document that a fact of a case calls for (执法文书).
///
/// - Source: Administrative License Law (行政许可法) art. 32, 38, 42, 44, 45; Administrative Penalty Law (行政处罚法) art.
///   44, 47, 52, 59, 61.
package enum CaseDocument: Sendable {
    case acceptance(ApplicationAccepted)
    case correction(CorrectionNotice)
    case nonAcceptance(ApplicationNotAccepted)
    case specialProcedure(ClockSuspended)
    case prolongation(LimitProlonged)
    /// Leave to pay later or in parts.
    case deferral(PaymentDeferred)
    case decision(Decision)
    case termination(ApplicationWithdrawn)
    case service(DecisionServed)
    case noticeService(NoticeServed)
    /// A paper that was written by its form.
    case written(WrittenPaper)
    /// A paper that says no more than the opinion with which a step was done.
    case opinion(OpinionPaper)
    /// What was paid, under the name the process gives the receipt.
    case payment(PaymentReceived, name: String)
    /// A decision corrected or revoked, a permit struck off, or a case brought to an end without one.
    case upkeep(UpkeepPaper)
    /// A dispute over jurisdiction reported to the common superior, or what it designated.
    case jurisdiction(JurisdictionPaper)
    /// What was decided about the recusal of an officer.
    case recusal(RecusalSettled)
    /// The certificate in which a favorable decision is handed out.
    case certificate(Decision, name: String)

    /// Returns what a fact calls for, in the order in which the process lists it.
    ///
    /// - Parameters:
    ///   - fact: one fact of the case.
    ///   - definition: the process the case is pinned to.
    ///   - decision: the decision of the case so far.
    /// - Returns: nothing for a fact after which no paper is made.
    package static func documents(
        for fact: CaseFileEvent,
        in definition: ProcessDefinition,
        decision: Decision?
    ) -> [CaseDocument] {
        switch fact {
        case .accepted(let given): [.acceptance(given)]
        case .correctionRequested(let given): [.correction(given.notice.value)]
        case .notAccepted(let given): [.nonAcceptance(given)]
        // Only for licenses and what is seized does the law want the party told how long it will take (行政许可法 §45,
        // 行政强制法 §25.3).
        case .suspended(let given):
            [.licensing, .coerciveMeasure].contains(definition.category) ? [.specialProcedure(given)] : []
        case .prolonged(let given): [.prolongation(given)]
        case .paymentDeferred(let given): [.deferral(given)]
        case .decided(let given): [.decision(given.decision)]
        case .withdrawn(let given): [.termination(given)]
        case .served(let given): [.service(given)]
        case .noticeServed(let given): [.noticeService(given)]
        case .written(let given): WrittenPaper.papers(of: given, in: definition).map(CaseDocument.written)
        case .completed(let given): papers(of: given, in: definition, decision: decision)
        case .paid(let given): [.payment(given, name: definition.receiptName)]
        case .decisionCorrected(let given): [.upkeep(UpkeepPaper(given))]
        case .revoked(let given): [.upkeep(UpkeepPaper(given))]
        case .terminated(let given): [.upkeep(UpkeepPaper(given))]
        case .cancelled(let given): [.upkeep(UpkeepPaper(given))]
        case .declaredVoid(let given): [.upkeep(UpkeepPaper(given))]
        case .reopened(let given): [.upkeep(UpkeepPaper(given))]
        case .handedOver(let given): [.upkeep(UpkeepPaper(given))]
        case .disputeReported(let given): given.side == .holder ? [.jurisdiction(JurisdictionPaper(given))] : []
        case .designated(let given): given.isRecorded ? [] : [.jurisdiction(JurisdictionPaper(given))]
        case .recusal(.settled(let given)): [.recusal(given)]
        case .received, .returned, .supplemented, .resumed, .issued, .closed, .opened, .filed, .evidenceAdded,
            .recordingFiled,
            .proposed,
            .assigned, .assistantsChanged, .urged, .signed, .signersChanged, .migrated, .succeeded,
            .transitionDecided, .merged, .takenIn, .split, .followUpReceived, .followUpEnded, .renewalDeemed,
            .refunded, .disputed, .disputeStated, .measureTaken, .measureEnded, .remedySought, .remedyEnded,
            .legalReview, .recusal(.asked):
            []
        }
    }

    /// Whether a fact of this kind may call for a document, so that the case is worth a look.
    static func mayFollow(_ fact: CaseFileEvent) -> Bool {
        switch fact {
        case .accepted, .correctionRequested, .notAccepted, .suspended, .prolonged, .decided, .withdrawn, .served,
            .paymentDeferred, .noticeServed, .written, .completed, .paid, .terminated, .decisionCorrected, .revoked,
            .cancelled,
            .handedOver, .declaredVoid, .reopened, .disputeReported, .designated, .recusal(.settled):
            true
        case .received, .returned, .supplemented, .resumed, .issued, .closed, .opened, .filed, .evidenceAdded,
            .recordingFiled,
            .proposed,
            .assigned, .assistantsChanged, .urged, .signed, .signersChanged, .migrated, .succeeded,
            .transitionDecided, .merged, .takenIn, .split, .followUpReceived, .followUpEnded, .renewalDeemed,
            .refunded, .disputed, .disputeStated, .measureTaken, .measureEnded, .remedySought, .remedyEnded,
            .legalReview, .recusal(.asked):
            false
        }
    }

    /// Papers that follow from a step done; licenses keep opinion and permit where they are, on the log.
    private static func papers(
        of given: StepCompleted,
        in definition: ProcessDefinition,
        decision: Decision?
    ) -> [CaseDocument] {
        guard definition.category != .licensing, let step = definition.step(given.step),
            let outcome = step.outcome(given.outcome), let forms = try? DocumentForms.shipped()
        else { return [] }
        return (step.documents + outcome.documents).compactMap { document in
            switch DocumentOrigin(of: document, at: step, ending: outcome, forms: forms) {
            case .opinion:
                .opinion(OpinionPaper(name: document.name, step: step.name, outcome: outcome.name, text: given.opinion))
            case .certificate: decision.map { .certificate($0, name: document.name) }
            case .form, .application, .intake, .specialProcedure, .decision, .payment, .service, .dossier, nil: nil
            }
        }
    }

    /// The name it was issued under by an earlier release; `nil` where it always had its own.
    var formerName: String? { if case .upkeep(let paper) = self { paper.formerName } else { nil } }

    /// The name as processes list it among the documents of a step.
    package var name: String {
        switch self {
        case .acceptance: "受理通知书"
        case .correction: "补正告知书"
        case .nonAcceptance(let given):
            given.effect == .notRequired ? "不受理告知书" : "不予受理决定书"
        case .specialProcedure: "特别程序时间告知书"
        case .prolongation: "延长期限通知书"
        case .deferral: "暂缓、分期缴纳罚款通知书"
        case .decision(let decision): decision.title
        case .termination: "终止办理通知书"
        case .service, .noticeService: "送达回证"
        case .written(let paper): paper.document.name
        case .opinion(let paper): paper.name
        case .upkeep(let paper): paper.name
        case .jurisdiction(let paper): paper.name
        case .recusal: "回避决定书"
        case .payment(_, let name), .certificate(_, let name): name
        }
    }

    /// The word of the series its number is taken from; `nil` when the fact brought its number, or it bears none.
    func seriesWord(in category: ProcessDefinition.Category) -> String? {
        switch self {
        case .acceptance: "\(category.seriesPrefix)受"
        case .correction: "\(category.seriesPrefix)补"
        case .nonAcceptance: "\(category.seriesPrefix)不受"
        case .specialProcedure: "\(category.seriesPrefix)特"
        case .prolongation: "\(category.seriesPrefix)延"
        case .deferral: "\(category.seriesPrefix)缓"
        case .termination: "\(category.seriesPrefix)终"
        case .service, .noticeService: "\(category.seriesPrefix)送"
        case .certificate(let decision, _): decision.permitNumber == nil ? "\(category.seriesPrefix)证" : nil
        case .written(let paper): paper.form.word
        case .upkeep(let paper): "\(category.seriesPrefix)\(paper.word)"
        case .jurisdiction(let paper): paper.ownNumber == nil ? "\(category.seriesPrefix)辖" : nil
        case .recusal: "\(category.seriesPrefix)避"
        case .decision, .opinion, .payment: nil
        }
    }

    /// The number that the fact brought.
    var ownNumber: String? {
        switch self {
        case .decision(let decision): decision.number
        case .certificate(let decision, _): decision.permitNumber
        case .jurisdiction(let paper): paper.ownNumber
        case .acceptance, .correction, .nonAcceptance, .specialProcedure, .prolongation, .deferral, .termination,
            .service,
            .noticeService, .written, .opinion, .payment, .upkeep, .recusal:
            nil
        }
    }

    /// Whether it is handed to the party; other papers stay in the file, or go to another authority.
    package var isForParty: Bool {
        switch self {
        case .acceptance, .correction, .nonAcceptance, .specialProcedure, .prolongation, .deferral, .decision,
            .termination,
            .service, .noticeService, .certificate, .recusal:
            true
        case .upkeep(let paper): paper.isForParty
        case .written(let paper): paper.form.isForParty
        case .opinion, .payment, .jurisdiction: false
        }
    }

    /// Whether it leaves the house, with number and seal.
    var isOutgoing: Bool {
        if case .written(let paper) = self { return paper.form.word != nil }
        if case .upkeep = self { return true }
        if case .jurisdiction = self { return true }
        return isForParty
    }
}
