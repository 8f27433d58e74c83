package import EventLog

/// Every fact of a case that others may hear.
package enum CaseFileEvent: EventFamily {
    case received(ApplicationReceived)
    case opened(CaseOpened)
    case filed(CaseFiled)
    case written(DocumentsWritten)
    case evidenceAdded(EvidenceAdded)
    case proposed(PenaltyProposed)
    case noticeServed(NoticeServed)
    case paid(PaymentReceived)
    case assigned(StepAssigned)
    case urged(StepUrged)
    case signed(StepSigned)
    case signersChanged(SignersChanged)
    case terminated(CaseTerminated)
    case decisionCorrected(DecisionCorrected)
    case revoked(DecisionRevoked)
    case migrated(ProcessMigrated)
    case completed(StepCompleted)
    case returned(StepReturned)
    case correctionRequested(CorrectionRequested)
    case supplemented(MaterialsSupplemented)
    case accepted(ApplicationAccepted)
    case notAccepted(ApplicationNotAccepted)
    case withdrawn(ApplicationWithdrawn)
    case suspended(ClockSuspended)
    case resumed(ClockResumed)
    case prolonged(LimitProlonged)
    case decided(DecisionMade)
    case served(DecisionServed)
    case issued(DocumentIssued)
    case closed(CaseClosed)
    case succeeded(AgencySucceeded)
    case assistantsChanged(AssistantsChanged)
    case cancelled(PermitCancelled)
    case transitionDecided(TransitionDecided)
    case recordingFiled(RecordingFiled)
    case merged(CaseMerged)
    case takenIn(CaseTakenIn)
    case split(CaseSplit)
    case handedOver(CaseHandedOver)
    case followUpReceived(FollowUpReceived)
    case followUpEnded(FollowUpEnded)
    case renewalDeemed(RenewalDeemed)
    case declaredVoid(DecisionDeclaredVoid)
    case refunded(RefundRecorded)
    case reopened(CaseReopened)
    case disputed(JurisdictionDisputed)
    case disputeStated(DisputeStated)
    case disputeReported(DisputeReported)
    case designated(JurisdictionDesignated)
    case measureTaken(MeasureTaken)
    case measureEnded(MeasureEnded)
    case paymentDeferred(PaymentDeferred)
    case remedySought(RemedySought)
    case remedyEnded(RemedyEnded)
    case legalReview(LegalReviewEvent)
    case recusal(CaseRecusalEvent)

    /// Whether a decision has lost its effect by it.
    package var takesEffectAway: Bool {
        if case .revoked = self { return true }
        if case .declaredVoid = self { return true }
        return false
    }

    package static let members: [EventMember<CaseFileEvent>] =
        [
            EventMember(ApplicationReceived.self, CaseFileEvent.received),
            EventMember(CaseOpened.self, CaseFileEvent.opened),
            EventMember(CaseFiled.self, CaseFileEvent.filed),
            EventMember(DocumentsWritten.self, CaseFileEvent.written),
            EventMember(EvidenceAdded.self, CaseFileEvent.evidenceAdded),
            EventMember(PenaltyProposed.self, CaseFileEvent.proposed),
            EventMember(NoticeServed.self, CaseFileEvent.noticeServed),
            EventMember(PaymentReceived.self, CaseFileEvent.paid),
            EventMember(StepAssigned.self, CaseFileEvent.assigned),
            EventMember(StepUrged.self, CaseFileEvent.urged),
            EventMember(StepSigned.self, CaseFileEvent.signed),
            EventMember(SignersChanged.self, CaseFileEvent.signersChanged),
            EventMember(CaseTerminated.self, CaseFileEvent.terminated),
            EventMember(DecisionCorrected.self, CaseFileEvent.decisionCorrected),
            EventMember(DecisionRevoked.self, CaseFileEvent.revoked),
            EventMember(ProcessMigrated.self, CaseFileEvent.migrated),
            EventMember(StepCompleted.self, CaseFileEvent.completed),
            EventMember(StepReturned.self, CaseFileEvent.returned),
            EventMember(CorrectionRequested.self, CaseFileEvent.correctionRequested),
            EventMember(MaterialsSupplemented.self, CaseFileEvent.supplemented),
            EventMember(ApplicationAccepted.self, CaseFileEvent.accepted),
            EventMember(ApplicationNotAccepted.self, CaseFileEvent.notAccepted),
            EventMember(ApplicationWithdrawn.self, CaseFileEvent.withdrawn),
            EventMember(ClockSuspended.self, CaseFileEvent.suspended),
            EventMember(ClockResumed.self, CaseFileEvent.resumed),
            EventMember(LimitProlonged.self, CaseFileEvent.prolonged),
            EventMember(DecisionMade.self, CaseFileEvent.decided),
            EventMember(DecisionServed.self, CaseFileEvent.served),
            EventMember(DocumentIssued.self, CaseFileEvent.issued),
            EventMember(CaseClosed.self, CaseFileEvent.closed),
            EventMember(AgencySucceeded.self, CaseFileEvent.succeeded),
            EventMember(AssistantsChanged.self, CaseFileEvent.assistantsChanged),
            EventMember(PermitCancelled.self, CaseFileEvent.cancelled),
            EventMember(TransitionDecided.self, CaseFileEvent.transitionDecided),
            EventMember(RecordingFiled.self, CaseFileEvent.recordingFiled),
            EventMember(CaseMerged.self, CaseFileEvent.merged),
            EventMember(CaseTakenIn.self, CaseFileEvent.takenIn),
            EventMember(CaseSplit.self, CaseFileEvent.split),
            EventMember(CaseHandedOver.self, CaseFileEvent.handedOver),
            EventMember(FollowUpReceived.self, CaseFileEvent.followUpReceived),
            EventMember(FollowUpEnded.self, CaseFileEvent.followUpEnded),
            EventMember(RenewalDeemed.self, CaseFileEvent.renewalDeemed),
            EventMember(DecisionDeclaredVoid.self, CaseFileEvent.declaredVoid),
            EventMember(RefundRecorded.self, CaseFileEvent.refunded),
            EventMember(CaseReopened.self, CaseFileEvent.reopened),
            EventMember(JurisdictionDisputed.self, CaseFileEvent.disputed),
            EventMember(DisputeStated.self, CaseFileEvent.disputeStated),
            EventMember(DisputeReported.self, CaseFileEvent.disputeReported),
            EventMember(JurisdictionDesignated.self, CaseFileEvent.designated),
            EventMember(MeasureTaken.self, CaseFileEvent.measureTaken),
            EventMember(MeasureEnded.self, CaseFileEvent.measureEnded),
            EventMember(PaymentDeferred.self, CaseFileEvent.paymentDeferred),
            EventMember(RemedySought.self, CaseFileEvent.remedySought),
            EventMember(RemedyEnded.self, CaseFileEvent.remedyEnded),
        ] + LegalReviewEvent.members + CaseRecusalEvent.members

    package var payload: any EventPayload {
        switch self {
        case .received(let payload): payload
        case .opened(let payload): payload
        case .filed(let payload): payload
        case .written(let payload): payload
        case .evidenceAdded(let payload): payload
        case .proposed(let payload): payload
        case .noticeServed(let payload): payload
        case .paid(let payload): payload
        case .assigned(let payload): payload
        case .urged(let payload): payload
        case .signed(let payload): payload
        case .signersChanged(let payload): payload
        case .terminated(let payload): payload
        case .decisionCorrected(let payload): payload
        case .revoked(let payload): payload
        case .migrated(let payload): payload
        case .completed(let payload): payload
        case .returned(let payload): payload
        case .correctionRequested(let payload): payload
        case .supplemented(let payload): payload
        case .accepted(let payload): payload
        case .notAccepted(let payload): payload
        case .withdrawn(let payload): payload
        case .suspended(let payload): payload
        case .resumed(let payload): payload
        case .prolonged(let payload): payload
        case .decided(let payload): payload
        case .served(let payload): payload
        case .issued(let payload): payload
        case .closed(let payload): payload
        case .succeeded(let payload): payload
        case .assistantsChanged(let payload): payload
        case .cancelled(let payload): payload
        case .transitionDecided(let payload): payload
        case .recordingFiled(let payload): payload
        case .merged(let payload): payload
        case .takenIn(let payload): payload
        case .split(let payload): payload
        case .handedOver(let payload): payload
        case .followUpReceived(let payload): payload
        case .followUpEnded(let payload): payload
        case .renewalDeemed(let payload): payload
        case .declaredVoid(let payload): payload
        case .refunded(let payload): payload
        case .reopened(let payload): payload
        case .disputed(let payload): payload
        case .disputeStated(let payload): payload
        case .disputeReported(let payload): payload
        case .designated(let payload): payload
        case .measureTaken(let payload): payload
        case .measureEnded(let payload): payload
        case .paymentDeferred(let payload): payload
        case .remedySought(let payload): payload
        case .remedyEnded(let payload): payload
        case .legalReview(let event): event.payload
        case .recusal(let event): event.payload
        }
    }
}
