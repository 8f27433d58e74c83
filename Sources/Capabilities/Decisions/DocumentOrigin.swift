package import Processes

/// Where the words of a document come from that a process lists: from its form, or from a fact of the log.
package enum DocumentOrigin: Hashable, Sendable, CaseIterable {
    case form
    /// What the applicant handed in.
    case application
    /// Acceptance, correction, refusal to accept, withdrawal.
    case intake
    /// The clock was stopped.
    case specialProcedure
    /// The opinion with which the step was done.
    case opinion
    case decision
    /// What the decision grants, as a certificate.
    case certificate
    case payment
    case service
    /// All papers of the case together.
    case dossier

    /// Returns `nil` for a document that nothing on the log and no form can fill.
    package init?(of document: StepDocument, at step: Step, ending outcome: StepOutcome?, forms: DocumentForms) {
        let ownOutcome = outcome.flatMap { $0.documents.contains(document) ? $0.effect : nil }
        if forms.form(of: document) != nil {
            self = .form
        } else if let ownOutcome, ownOutcome.decides {
            self = .decision
        } else if let ownOutcome, ownOutcome.concernsIntake {
            self = .intake
        } else if step.excludedBy != nil, document.contents.contains(.requiredTime) {
            self = .specialProcedure
        } else if step.kind == .notice, document.name == DocumentOrigin.receipt {
            self = .service
        } else if let origin = DocumentOrigin(of: step.kind) {
            self = origin
        } else {
            return nil
        }
    }

    private static let receipt = "送达回证"

    private init?(of kind: StepKind) {
        switch kind {
        case .receive: self = .application
        case .examine, .approve, .investigate: self = .opinion
        case .document: self = .certificate
        case .pay: self = .payment
        case .serve: self = .service
        case .archive: self = .dossier
        case .accept, .correctionNotice, .preserveEvidence, .expertTest, .legalReview, .notice, .statement, .hearing,
            .discuss, .decide, .publish, .execute, .close, .fileCase, .identify, .conclude, .inspect, .assess, .urge,
            .report, .release, .announce, .mediate, .compensate, .transfer:
            return nil
        }
    }
}

extension OutcomeEffect {
    /// Whether a document of intake tells of it.
    fileprivate var concernsIntake: Bool {
        switch self {
        case .accepted, .notRequired, .otherAgency, .notAccepted, .correctionNeeded, .withdrawn: true
        case .correctedOnTheSpot, .corrected, .interestsConcerned, .publicInterestConcerned, .heard, .hearingRequested,
            .rightsWaived, .rightsRenounced, .hearingHeld, .hearingDropped, .granted, .refused, .filed, .notFiled,
            .violationFound,
            .noViolation, .reviewPassed, .reviewFailed, .approved, .notApproved, .imposed, .notImposed, .transferred,
            .objected, .settled, .correctionOrdered, .imposedAtOnce, .carriedOutAtOnce, .notCarriedOut:
            false
        }
    }
}

extension ProcessDefinition {
    /// What the process calls the proof of payment.
    var receiptName: String {
        let listed = steps.filter { $0.kind == .pay }.flatMap { $0.documents + $0.outcomes.flatMap(\.documents) }
        return listed.first { $0.contents.contains(.receipt) }?.name ?? "缴款票据"
    }
}
