package import EventLog
package import Kernel
package import Processes

/// A waiting step was given to one officer of its post, taken by one, or given back to all.
///
/// - Source: 国办发〔2005〕37号 part 2 (分解执法职权、确定执法责任).
package struct StepAssigned: EventPayload {
    package static let type = "CaseFile.StepAssigned"
    package let step: Step.ID
    /// `nil` when it was given back.
    package let officer: String?
    package let reason: String
    /// Whether who did the step handed it on (转办); absent where a superior gave it, or the officer took it.
    package let isHandedOn: Bool?
}

/// Officers were added who help with the case, or released (协办).
///
/// - Source: 国办发〔2005〕37号 part 2.
package struct AssistantsChanged: EventPayload {
    package static let type = "CaseFile.AssistantsChanged"
    package let added: [String]
    package let removed: [String]
    package let reason: String
}

/// Somebody asked for a waiting step to be done (催办).
package struct StepUrged: EventPayload {
    package static let type = "CaseFile.StepUrged"
    package let step: Step.ID
    package let reason: String
}

/// One who was asked to sign a step voted (会签).
package struct StepSigned: EventPayload {
    package static let type = "CaseFile.StepSigned"
    package let step: Step.ID
    package let agrees: Bool
    package let opinion: String
    /// The outcome the votes have led to; `nil` while they are not enough.
    package let outcome: StepOutcome.ID?
    package let position: FlowPosition
}

/// Those who sign a step changed while it waits.
package struct SignersChanged: EventPayload {
    package static let type = "CaseFile.SignersChanged"
    package let step: Step.ID
    package let added: [String]
    package let removed: [String]
    package let reason: String
    package let position: FlowPosition
}

/// The case was ended before a decision, because there is nothing left to decide.
///
/// - Source: Administrative License Law (行政许可法) art. 70; Administrative Coercion Law (行政强制法) art. 40, by analogy.
package struct CaseTerminated: EventPayload {
    package static let type = "CaseFile.CaseTerminated"

    package enum Ground: String, Hashable, Sendable, Codable, CaseIterable {
        case partyGone
        case matterGone
        /// Only in older cases: `MergeCase` names the case that leads.
        case merged
        /// Only in older cases: `HandOverCase` names the agency.
        case handedOver
        case otherLawful

        /// The verb that does what the ground names; `nil` where ending the case is all there is to do.
        package var verb: CaseVerb? {
            switch self {
            case .merged: .merge
            case .handedOver: .handOver
            case .partyGone, .matterGone, .otherLawful: nil
            }
        }

        /// What officers may choose.
        package static let chosen = allCases.filter { $0.verb == nil }

        package var chinese: String {
            switch self {
            case .partyGone: "公民死亡或者组织终止，没有权利义务承受人"
            case .matterGone: "办理的事项已不存在"
            case .merged: "并入另案办理"
            case .handedOver: "移送有管辖权的机关"
            case .otherLawful: "法律、法规、规章规定的其他情形"
            }
        }
    }

    package let ground: Ground
    package let reasons: ForParty<String>
    package let position: FlowPosition
}

/// A slip of the pen in a decision was corrected; what was decided stays as it is.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 75.2 (errors are corrected on the agency's own motion).
package struct DecisionCorrected: EventPayload {
    package static let type = "CaseFile.DecisionCorrected"
    package let content: Open<String>
    package let previous: Open<String>
    package let reasons: ForParty<String>
}

/// A decision lost its effect: it was revoked (撤销), or withdrawn because what it rested on changed (撤回).
///
/// - Source: Administrative License Law (行政许可法) art. 8, 69, 70; Administrative Penalty Law (行政处罚法) art. 48.2, 75.2.
package struct DecisionRevoked: EventPayload {
    package static let type = "CaseFile.DecisionRevoked"

    package enum Ground: String, Hashable, Sendable, Codable, CaseIterable {
        case unlawful
        case obtainedByFraud
        case lawChanged
        case reconsideration
        case judgment

        package var chinese: String {
            switch self {
            case .unlawful: "作出决定违法或者不当，依法自行撤销"
            case .obtainedByFraud: "以欺骗、贿赂等不正当手段取得"
            case .lawChanged: "依据修改、废止或者客观情况发生重大变化，依法撤回"
            case .reconsideration: "行政复议决定撤销、变更或者确认违法"
            case .judgment: "人民法院判决撤销、变更或者确认违法"
            }
        }

        /// Where the law allows it.
        package var source: LegalSource {
            switch self {
            case .unlawful: "行政许可法§69"
            case .obtainedByFraud: "行政许可法§69.2"
            case .lawChanged: "行政许可法§8.2"
            case .reconsideration: "行政复议法§64"
            case .judgment: "行政诉讼法§70"
            }
        }
    }

    package let ground: Open<Ground>
    package let reasons: Open<String>
    package let revokedOn: Open<Day>
}
