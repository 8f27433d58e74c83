package import Access
import Casework
import Directory
import Kernel
package import Processes

extension Step {
    /// What a role must allow for the step to be done; the directory's post and certificate are asked besides.
    ///
    /// Who reviews and who approves do so whatever the step is called; among those who handle, its kind tells. Money that
    /// comes in at the window is taken by who takes everything there.
    package var action: Action {
        switch Responsibility.allCases.first(where: { $0.processPosts.contains(post.text) }) {
        case .approve: .approveDecision
        case .review: .reviewProposal
        case .legalReview: .reviewLegality
        case .reception where kind == .pay: .receiveSubmission
        case .reception, .handle, .hearingChair, .supervision, nil: kind.actionOfHandler
        }
    }
}

extension StepKind {
    /// A handler who decides does so on the spot (行政处罚法 §52), or in urgency, and reports it.
    fileprivate var actionOfHandler: Action {
        switch self {
        case .receive: .receiveSubmission
        case .accept: .acceptSubmission
        case .correctionNotice: .requestCorrection
        case .investigate, .preserveEvidence, .examine, .expertTest, .notice, .statement, .hearing, .execute, .fileCase,
            .identify, .conclude, .inspect, .assess, .urge, .pay, .release, .announce, .mediate, .compensate, .transfer,
            .decide:
            .examineCase
        case .legalReview: .reviewLegality
        case .discuss, .approve: .reviewProposal
        case .document, .serve, .publish: .serveNotice
        case .close, .archive, .report: .closeCase
        }
    }
}
