package import EventLog
package import Kernel

/// Why the outcome of a complaint or report is not published.
///
/// - Source: 政府信息公开条例 art. 14, 15; 信访工作条例 art. 30.
package enum OutcomeExemptionGround: String, Hashable, Sendable, Codable, CaseIterable {
    case stateSecret
    case security
    case tradeSecret
    case privacy
    /// Whatever is hidden, who wrote would be known by it.
    case writerKnown

    package var chinese: String {
        switch self {
        case .stateSecret: "涉及国家秘密，或者法律、行政法规禁止公开"
        case .security: "公开后可能危及国家安全、公共安全、经济安全、社会稳定"
        case .tradeSecret: "主要内容涉及商业秘密"
        case .privacy: "主要内容涉及个人隐私"
        case .writerKnown: "隐去个人信息后仍会暴露来信人"
        }
    }

    package var article: String {
        switch self {
        case .stateSecret, .security: "政府信息公开条例§14"
        case .tradeSecret, .privacy: "政府信息公开条例§15"
        case .writerKnown: "信访工作条例§30"
        }
    }
}

/// An officer asks that an outcome be kept from the public.
package struct OutcomeExemptionProposed: EventPayload {
    package static let type = "Letter.ExemptionProposed"
    package let on: Day
    package let ground: OutcomeExemptionGround
    package let reason: Personal<String>
}

/// Another officer, who reviews or approves, agreed that an outcome is not published, or did not; the public learns how many
/// an agency keeps back on which ground, and of none which it is.
package struct OutcomeExemptionDecided: EventPayload {
    package static let type = "Letter.ExemptionDecided"
    package let on: Day
    package let isApproved: Bool
    /// `nil` where it was not agreed to: then the ground is nobody's but the agency's.
    package let ground: Open<OutcomeExemptionGround?>
    package let opinion: Personal<String>
}

/// That an outcome is kept from the public: asked for, and decided.
package struct OutcomeExemption: Hashable, Sendable {
    package let ground: OutcomeExemptionGround
    /// `nil` once erased.
    package let reason: String?
    /// Who asked.
    package let officer: String
    /// `nil` as long as nobody has decided.
    package internal(set) var isApproved: Bool?
}
