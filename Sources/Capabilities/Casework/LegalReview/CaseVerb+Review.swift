import Processes

/// The verbs of a legal review: the reviewer's, the handling office's and the head's.
extension CaseVerb {
    /// What is done within a legal review, in the order in which it is met.
    package static let ofReview: [CaseVerb] = [
        .confirmReviewMaterials, .askReviewMaterials, .supplyReviewMaterials, .prolongReview, .opposeInReview,
        .acceptReview, .contestReview, .answerContest, .resolveReview,
    ]

    var reviewRule: VerbRule {
        let short = CaseworkRules.shortestOpinion
        let long = CaseworkRules.shortestReasons
        return switch self {
        case .confirmReviewMaterials: .review(.postOfStep)
        case .askReviewMaterials: .review(.postOfStep, reason: short, told: ["承办人"], clock: .stops)
        case .supplyReviewMaterials: .review(.handler, told: ["现环节的岗位"], clock: .runsAgain)
        case .prolongReview: .review(.approver, reason: long, told: ["现环节的岗位"], clock: .isProlonged)
        case .opposeInReview: .review(.postOfStep, reason: long, told: ["承办人"], document: "法制审核意见书", clock: .stops)
        case .acceptReview: .review(.handler, reason: short, told: ["现环节的岗位"])
        case .contestReview: .review(.handler, reason: long, told: ["现环节的岗位"])
        case .answerContest: .review(.postOfStep, reason: long, told: ["承办人"], clock: .byOutcome)
        default:
            .review(.approver, reason: long, told: ["承办人", "现环节的岗位"], document: DiscussionRecord.document)
        }
    }
}

extension VerbRule {
    fileprivate static func review(
        _ who: Who,
        reason: Int = 0,
        told: [String] = [],
        document: String? = nil,
        clock: Clock = .none
    ) -> VerbRule {
        VerbRule(
            who: who,
            stages: [.examination],
            reason: reason,
            document: document,
            clock: clock,
            told: told,
            sources: ["行政处罚法§58", "国办发〔2018〕118号§四"]
        )
    }
}
