package import EventLog
package import Kernel

/// What an officer proposes beside the decision itself; people may be named in it.
package struct ProposedText: Hashable, Sendable, Codable {
    package let remarks: String?
    package let hidden: HiddenParts

    package init(remarks: String?, hidden: HiddenParts) {
        self.remarks = remarks
        self.hidden = hidden
    }
}

/// An officer asks that a decision be published as previewed; another one looks at it until `reviewBy`.
package struct PublicationProposed: EventPayload {
    package static let type = "Publication.Proposed"
    package let on: Day
    package let reviewBy: Day
    package let text: Personal<ProposedText>
}

/// The reviewer agreed, or sent it back with what is to be mended.
package struct ProposalReviewed: EventPayload {
    package static let type = "Publication.ProposalReviewed"
    package let on: Day
    package let isApproved: Bool
    package let opinion: String
}

/// An officer asks that a decision be kept from the public.
package struct ExemptionProposed: EventPayload {
    package static let type = "Publication.ExemptionProposed"
    package let on: Day
    package let ground: ExemptionGround
    package let reason: String
}

/// The head agreed that a decision is not published, or did not; the public learns how many an agency keeps back on
/// which ground, and of none which it is.
package struct ExemptionDecided: EventPayload {
    package static let type = "Publication.ExemptionDecided"
    package let on: Day
    package let isApproved: Bool
    package let ground: Open<ExemptionGround>
    package let opinion: String
}

/// Why a decision is not published.
///
/// - Source: 行政处罚结果信息网上公示暂行办法; 政府信息公开条例 art. 14–16.
package enum ExemptionGround: String, Hashable, Sendable, Codable, CaseIterable {
    case minor
    case stateSecret
    case tradeSecret
    case privacy
    case security
    case superior

    package var chinese: String {
        switch self {
        case .minor: "当事人为未成年人"
        case .stateSecret: "主要事实涉及国家秘密"
        case .tradeSecret: "主要事实涉及商业秘密"
        case .privacy: "主要事实涉及个人隐私"
        case .security: "可能危及国家安全、公共安全、经济安全、社会稳定"
        case .superior: "省级机关认为不宜公开"
        }
    }
}
