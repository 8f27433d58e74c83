package import EventLog
package import Kernel

/// Whether and how the decision of one case is public; the stream's key is the case.
package struct Publication: Aggregate {
    package static let category = "publication"

    package enum Status: Hashable, Sendable {
        case none
        /// Decided, and to be published by that day.
        case awaited(by: Day)
        case published(PublicDecision, on: Day)
        case withdrawn(on: Day, reason: String)
    }

    package private(set) var status = Status.none

    package init() {}

    package mutating func evolve(_ event: PublicationEvent, _ envelope: Envelope) {
        switch event {
        case .awaited(let awaited): status = .awaited(by: awaited.publishBy)
        case .published(let published):
            status = .published(published.record.value, on: envelope.recordedAt.day)
        case .withdrawn(let withdrawn):
            status = .withdrawn(on: envelope.recordedAt.day, reason: withdrawn.reason.value)
        }
    }

    package var isPublic: Bool {
        if case .published = status { true } else { false }
    }
}

/// A license was granted and must be published by a day.
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
}

/// A published decision is no longer shown, and the public is told why.
package struct PublicationWithdrawn: EventPayload {
    package static let type = "Publication.Withdrawn"
    package let ground: WithdrawalGround
    package let reason: Open<String>
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
        case .revoked: "决定被依法撤销"
        case .unlawful: "决定被确认违法"
        case .void: "决定被确认无效"
        case .mistaken: "公开的信息有误"
        case .exempt: "依法不予公开"
        }
    }
}

package enum PublicationEvent: EventFamily {
    case awaited(PublicationAwaited)
    case published(DecisionPublished)
    case withdrawn(PublicationWithdrawn)

    package static let members: [EventMember<PublicationEvent>] = [
        EventMember(PublicationAwaited.self, PublicationEvent.awaited),
        EventMember(DecisionPublished.self, PublicationEvent.published),
        EventMember(PublicationWithdrawn.self, PublicationEvent.withdrawn),
    ]

    package var payload: any EventPayload {
        switch self {
        case .awaited(let payload): payload
        case .published(let payload): payload
        case .withdrawn(let payload): payload
        }
    }
}
