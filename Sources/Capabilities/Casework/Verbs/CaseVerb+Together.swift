package import Processes

extension CaseVerb {
    /// Whether many cases may be dealt with by it at once, with one reason for all.
    ///
    /// What is weighed, decided or written for one case alone is done case by case.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 34, 38; Administrative Penalty Law (行政处罚法) art. 5, 57.
    package var isDoneTogether: Bool {
        switch self {
        case .assign, .claim, .release, .complete, .suspend, .resume, .recall, .urge: true
        case .apply, .renew, .change, .open, .transfer, .assist, .addEvidence, .fileRecording, .supplement,
            .deemAccepted, .deemRenewed, .prolong, .returnToStep, .sign, .changeSigners, .withdraw, .merge, .split,
            .handOver, .dispute, .consult, .reportDispute, .designate, .terminate, .issueDocument, .correctDecision,
            .revokeDecision, .withdrawDecision, .declareVoid, .recordRefund, .reopen, .cancelPermit, .migrate,
            .decideTransition,
            .archiveDossier, .lendDossier, .returnDossier, .confirmReviewMaterials, .askReviewMaterials,
            .supplyReviewMaterials, .prolongReview, .opposeInReview, .acceptReview, .contestReview, .answerContest,
            .resolveReview, .askForRecusal, .settleRecusal, .deferPayment, .recordPayment, .recordRemedy, .endRemedy:
            false
        }
    }
}

extension StepKind {
    /// Whether the step may be done in many cases at once with one opinion.
    ///
    /// Entering, forwarding and filing may; whoever examines, hears, weighs or decides looks at each case.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 34, 38; Administrative Penalty Law (行政处罚法) art. 5, 57.
    package var isDoneTogether: Bool {
        switch self {
        case .receive, .accept, .document, .publish, .close, .archive, .report, .transfer: true
        case .correctionNotice, .investigate, .preserveEvidence, .examine, .expertTest, .legalReview, .notice,
            .statement, .hearing, .discuss, .approve, .decide, .serve, .execute, .fileCase, .identify, .conclude,
            .inspect, .assess, .urge, .pay, .release, .announce, .mediate, .compensate:
            false
        }
    }
}
