import Access
import Processes

extension StepKind {
    /// What a role must allow for the step to be done; the directory's post and certificate are asked besides.
    var action: Action {
        switch self {
        case .receive: .receiveSubmission
        case .accept: .acceptSubmission
        case .correctionNotice: .requestCorrection
        case .investigate, .preserveEvidence, .examine, .expertTest, .notice, .statement, .hearing, .execute, .fileCase,
            .identify, .conclude, .inspect, .assess, .urge, .pay, .release, .announce, .mediate, .compensate, .transfer:
            .examineCase
        case .legalReview: .reviewLegality
        case .discuss, .approve: .reviewProposal
        case .decide: .approveDecision
        case .document, .serve, .publish: .serveNotice
        case .close, .archive, .report: .closeCase
        }
    }
}
