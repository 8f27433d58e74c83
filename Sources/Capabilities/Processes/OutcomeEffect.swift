/// What an outcome does in law.
package enum OutcomeEffect: String, Hashable, Sendable, Codable, CaseIterable {
    case accepted
    case notRequired
    case otherAgency
    case notAccepted
    case correctedOnTheSpot
    case correctionNeeded
    case corrected
    case withdrawn
    case interestsConcerned
    case publicInterestConcerned
    case heard
    case hearingRequested
    /// The party let its time pass.
    case rightsWaived
    /// The party gave its rights up expressly, in a paper of its own.
    case rightsRenounced
    case hearingHeld
    case hearingDropped
    case granted
    case refused
    /// An agency opens a case of its own motion.
    case filed
    case notFiled
    /// The investigation finds what calls for a decision against the party.
    case violationFound
    case noViolation
    case reviewPassed
    case reviewFailed
    case approved
    case notApproved
    /// A decision that burdens the party.
    case imposed
    case notImposed
    /// Another authority takes the matter over.
    case transferred
    case objected
    case settled
    case correctionOrdered
    /// The agency decides to perform at once in the party's place, because it cannot wait.
    case imposedAtOnce
    /// What could not wait was carried out.
    case carriedOutAtOnce
    /// What was decided could not be carried out, for another authority had done so before.
    case notCarriedOut

    package var chinese: String {
        switch self {
        case .accepted: "受理"
        case .notRequired: "不需要取得许可，不受理"
        case .otherAgency: "不属于本机关职权，不予受理"
        case .notAccepted: "不予受理"
        case .correctedOnTheSpot: "当场更正"
        case .correctionNeeded: "一次性告知补正"
        case .corrected: "已补正"
        case .withdrawn: "撤回申请"
        case .interestsConcerned: "直接关系他人重大利益"
        case .publicInterestConcerned: "涉及公共利益"
        case .heard: "已听取意见"
        case .hearingRequested: "要求听证"
        case .rightsWaived: "放弃"
        case .rightsRenounced: "明确放弃"
        case .hearingHeld: "已举行听证"
        case .hearingDropped: "终止听证"
        case .granted: "准予"
        case .refused: "不予"
        case .filed: "立案"
        case .notFiled: "不予立案"
        case .violationFound: "违法事实成立"
        case .noViolation: "违法事实不成立"
        case .reviewPassed: "审核通过"
        case .reviewFailed: "审核未通过"
        case .approved: "批准"
        case .notApproved: "不予批准"
        case .imposed: "作出决定"
        case .notImposed: "不作出决定"
        case .transferred: "移送"
        case .objected: "提出异议"
        case .settled: "调解达成协议"
        case .correctionOrdered: "责令改正"
        case .imposedAtOnce: "决定立即代履行"
        case .carriedOutAtOnce: "已立即代履行"
        case .notCarriedOut: "未能实施"
        }
    }

    /// Whether the time to the decision begins to run.
    package var opens: Bool { self == .accepted || self == .filed }

    /// Whether it is a decision on the substance.
    package var decides: Bool {
        switch self {
        case .granted, .refused, .imposed, .imposedAtOnce, .notImposed: true
        case .accepted, .notRequired, .otherAgency, .notAccepted, .correctedOnTheSpot, .correctionNeeded, .corrected,
            .withdrawn, .interestsConcerned, .publicInterestConcerned, .heard, .hearingRequested, .rightsWaived,
            .rightsRenounced,
            .hearingHeld, .hearingDropped, .filed, .notFiled, .violationFound, .noViolation, .reviewPassed,
            .reviewFailed, .approved, .notApproved, .transferred, .objected, .settled, .correctionOrdered,
            .carriedOutAtOnce, .notCarriedOut:
            false
        }
    }
}
