import Casework
package import EventLog
package import Kernel

/// A decision was made and must be published by a day.
package struct PublicationAwaited: EventPayload {
    package static let type = "Publication.Awaited"
    package let documentNumber: String
    package let caseNumber: String
    package let item: String
    package let itemName: String
    package let agency: String
    package let decidedOn: Day
    package let publishBy: Day
}

/// A decision became public: the masked copy in the public section, the names behind it in the personal one.
package struct DecisionPublished: EventPayload {
    package static let type = "Publication.DecisionPublished"
    package let record: Open<PublicDecision>
    package let original: Personal<OriginalNames>
    /// The version of the masking policy.
    package let policy: String
    /// `nil` if nobody but the publishing officer looked at it.
    package let review: PublicationReview?
    /// The last day on which it is shown; `nil` without an end.
    package let shownThrough: Day?

    package init(
        record: Open<PublicDecision>,
        original: Personal<OriginalNames>,
        policy: String,
        review: PublicationReview? = nil,
        shownThrough: Day? = nil
    ) {
        self.record = record
        self.original = original
        self.policy = policy
        self.review = review
        self.shownThrough = shownThrough
    }
}

/// A published decision is no longer shown, and the public is told why.
package struct PublicationWithdrawn: EventPayload {
    package static let type = "Publication.Withdrawn"
    package let ground: WithdrawalGround
    package let reason: Open<String>
    /// `nil` unless the decision itself fell.
    package let overturned: Overturning?

    package init(ground: WithdrawalGround, reason: Open<String>, overturned: Overturning? = nil) {
        self.ground = ground
        self.reason = reason
        self.overturned = overturned
    }
}

/// Why a publication is taken down.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 48; 市场监督管理行政处罚信息公示规定 art. 11, 12.
package enum WithdrawalGround: String, Hashable, Sendable, Codable, CaseIterable {
    case changed
    case revoked
    case unlawful
    case void
    case mistaken
    case exempt

    package var chinese: String {
        switch self {
        case .changed: "决定被依法变更"
        case .revoked: "决定被依法撤销、撤回"
        case .unlawful: "决定被确认违法"
        case .void: "决定被确认无效"
        case .mistaken: "公开的信息有误"
        case .exempt: "依法不予公开"
        }
    }

    /// What the public is told when a decision lost its effect on that ground.
    init(_ ground: DecisionRevoked.Ground) {
        switch ground {
        case .unlawful, .obtainedByFraud, .lawChanged: self = .revoked
        // A court or the reconsideration may also have changed it or found it unlawful: the reason says which.
        case .reconsideration, .judgment: self = .changed
        }
    }

    /// Whether nothing is left that could be published again.
    package var isFinal: Bool { self == .revoked || self == .void }

    /// Whether the decision itself fell, so that a document says when and by whom.
    package var isOverturning: Bool {
        switch self {
        case .changed, .revoked, .unlawful, .void: true
        case .mistaken, .exempt: false
        }
    }
}
