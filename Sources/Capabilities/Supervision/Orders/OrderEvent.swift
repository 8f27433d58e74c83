package import EventLog
package import Kernel
package import Participation

/// What an order says; fixed when it is drafted.
package struct OrderTerms: Hashable, Sendable, Codable {
    package let kind: OrderKind
    package let matter: FindingMatter
    /// The number of the finding within the matter; 0 where it is about a complaint.
    package let finding: Int
    /// The complaint or report that was upheld, where the order is about one; absent before there were such orders.
    package let complaint: Letter.ID?
    /// Empty where the matter is no case.
    package let caseNumber: String
    package let itemName: String
    package let agency: String
    package let agencyName: String
    package let division: String
    /// The supervising agency that issues it.
    package let issuer: String
    package let issuerName: String
    package let facts: String
    package let article: String
    package let demand: String
    /// Only of decisions.
    package let ground: OrderGround?
    /// The opinion that a decision follows.
    package let follows: CorrectionOrder.ID?
    package let limits: OrderLimits

    /// What the matter is called in the log, where it was once always a case.
    private enum CodingKeys: String, CodingKey {
        case kind
        case matter = "caseFile"
        case finding, complaint, caseNumber, itemName, agency, agencyName, division, issuer, issuerName, facts, article,
            demand
        case ground, follows, limits
    }
}

/// One supervisor has drafted and signed an order.
package struct OrderDrafted: EventPayload {
    package static let type = "Orders.Drafted"
    package let terms: OrderTerms
}

/// A second supervisor has signed; the order has its number and is sent.
///
/// - Source: 山东省行政执法监督条例 §22 (two at least, with certificates).
package struct OrderIssued: EventPayload {
    package static let type = "Orders.Issued"
    package let number: String
    /// What was recorded in the case later may correct it.
    package let caseVersion: Int
}

/// The agency has received the order, or counts as having.
package struct OrderReceived: EventPayload {
    package static let type = "Orders.Received"
    package let on: Day
    package let isDeemed: Bool
    package let replyBy: Day
}

/// The agency reports what it did.
package struct OrderReplied: EventPayload {
    package static let type = "Orders.Replied"
    package let text: String
    /// The acts of the case by which it was corrected: versions of the case.
    package let acts: [Int]
    package let isInTime: Bool
}

/// The agency asks for a review; the order is not suspended by it (复查).
///
/// - Source: 重庆市行政执法监督条例 §21.
package struct OrderObjected: EventPayload {
    package static let type = "Orders.Objected"
    package let text: String
    package let answerBy: Day
}

/// The supervisors have answered an objection.
package struct ObjectionAnswered: EventPayload, Hashable {
    package static let type = "Orders.ObjectionAnswered"
    /// Whether the objection was right; the order is withdrawn then.
    package let isUpheld: Bool
    package let text: String
    package let isInTime: Bool
}

/// A limit of the order ran out and nobody had acted.
package struct OrderRanOut: EventPayload {
    package static let type = "Orders.RanOut"
    package let clock: OrderClock
    /// The last day in time.
    package let on: Day
}

/// The supervisors have judged what came of the order.
package struct OrderConcluded: EventPayload {
    package static let type = "Orders.Concluded"
    package let outcome: OrderOutcome
    package let opinion: String
}

/// When a timer is to look at the order; `nil` when nothing runs.
package struct OrderWatchPlanned: EventPayload {
    package static let type = "Orders.WatchPlanned"
    package let at: Instant?
}

package enum OrderOutcome: String, Hashable, Sendable, Codable, CaseIterable {
    case corrected
    case notCorrected
    case withdrawn

    package var status: CorrectionOrder.Status {
        switch self {
        case .corrected: .corrected
        case .notCorrected: .notCorrected
        case .withdrawn: .withdrawn
        }
    }
}

/// Every fact about one correction order.
package enum OrderEvent: EventFamily {
    case drafted(OrderDrafted)
    case issued(OrderIssued)
    case received(OrderReceived)
    case replied(OrderReplied)
    case objected(OrderObjected)
    case answered(ObjectionAnswered)
    case ranOut(OrderRanOut)
    case concluded(OrderConcluded)
    case planned(OrderWatchPlanned)

    package static let members: [EventMember<OrderEvent>] = [
        EventMember(OrderDrafted.self, OrderEvent.drafted),
        EventMember(OrderIssued.self, OrderEvent.issued),
        EventMember(OrderReceived.self, OrderEvent.received),
        EventMember(OrderReplied.self, OrderEvent.replied),
        EventMember(OrderObjected.self, OrderEvent.objected),
        EventMember(ObjectionAnswered.self, OrderEvent.answered),
        EventMember(OrderRanOut.self, OrderEvent.ranOut),
        EventMember(OrderConcluded.self, OrderEvent.concluded),
        EventMember(OrderWatchPlanned.self, OrderEvent.planned),
    ]

    package var payload: any EventPayload {
        switch self {
        case .drafted(let payload): payload
        case .issued(let payload): payload
        case .received(let payload): payload
        case .replied(let payload): payload
        case .objected(let payload): payload
        case .answered(let payload): payload
        case .ranOut(let payload): payload
        case .concluded(let payload): payload
        case .planned(let payload): payload
        }
    }
}
