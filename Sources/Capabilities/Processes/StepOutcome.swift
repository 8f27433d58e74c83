package import WorkflowEngine

/// One way a step ends: its name for the officer, its effect in law, and what comes next.
package struct StepOutcome: Hashable, Sendable, Codable {
    package typealias ID = FlowOutcome.ID

    package let id: ID
    package let name: String
    /// `nil` when the outcome only moves the case on.
    package let effect: OutcomeEffect?
    /// The steps, junctions or endings that follow; more than one run in parallel.
    package let next: [Step.ID]
    /// Documents of this outcome, beside those of the step.
    package let documents: [StepDocument]

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(ID.self, forKey: .id)
        name = try container.decode(String.self, forKey: .name)
        effect = try container.decodeIfPresent(OutcomeEffect.self, forKey: .effect)
        next = try container.decode([Step.ID].self, forKey: .next)
        documents = try container.decodeIfPresent([StepDocument].self, forKey: .documents) ?? []
    }
}

/// What an outcome does in law.
package enum OutcomeEffect: String, Hashable, Sendable, Codable {
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
    case rightsWaived
    case hearingHeld
    case hearingDropped
    case granted
    case refused

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
        case .hearingHeld: "已举行听证"
        case .hearingDropped: "终止听证"
        case .granted: "准予"
        case .refused: "不予"
        }
    }
}
