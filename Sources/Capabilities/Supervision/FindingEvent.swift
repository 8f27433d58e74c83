package import BlobStore
package import EventLog
package import Kernel

/// A rule found something in a case.
package struct FindingRaised: EventPayload {
    package static let type = "Findings.Raised"
    package let number: Int
    package let breach: Breach
    package let caseNumber: String
    package let item: String
    package let itemName: String
    package let agency: String
    package let agencyName: String
    /// By when the agency explains a card.
    package let explainBy: Day?
}

/// The system took a finding down by itself.
package struct FindingReleased: EventPayload {
    package static let type = "Findings.Released"
    package let number: Int
    package let reason: ReleaseReason
}

/// The agency said why it happened.
package struct FindingExplained: EventPayload {
    package static let type = "Findings.Explained"
    package let number: Int
    package let explanation: String
    /// Whether it came within the five working days.
    package let isInTime: Bool
    /// Files that bear it out, where the matter is no case; in old events of cases too.
    package var evidence: [Attachment]?
    /// What the agency found out and put right by itself.
    package var correction: SelfCorrection?
    /// Files that bear it out in a case: they go when its party is erased.
    package var files: Personal<[Attachment]>?

    /// How many files were handed in and not kept, because everything of the party had been erased before.
    package var unkeptFiles: Int?

    /// Every file that is still there to be read.
    package var allFiles: [Attachment] { (evidence ?? []) + (files?.value ?? []) }
}

/// The days to explain ran out, and the agency had said nothing.
package struct FindingLapsed: EventPayload {
    package static let type = "Findings.Lapsed"
    package let number: Int
}

/// A supervisor took note of the explanation; the finding stands.
package struct FindingAccepted: EventPayload {
    package static let type = "Findings.Accepted"
    package let number: Int
    package let opinion: String
    /// Whether the supervisor agreed that the agency had corrected itself.
    package var isSelfCorrected: Bool?
}

/// A supervisor withdrew an unfounded finding; it is kept and costs no points.
package struct FindingWithdrawn: EventPayload {
    package static let type = "Findings.Withdrawn"
    package let number: Int
    package let reason: String
}

/// From now on these moments are watched in a case, and no others.
package struct WatchPlanned: EventPayload {
    package static let type = "Findings.WatchPlanned"
    package let points: [DuePoint]
}

/// A rule could not be evaluated; it is tried again at the case's next act.
package struct RuleFailed: EventPayload {
    package static let type = "Findings.RuleFailed"
    package let rule: RuleCode
    package let reason: String
}

/// A rule that could not be evaluated was evaluated again.
package struct RuleRecovered: EventPayload {
    package static let type = "Findings.RuleRecovered"
    package let rule: RuleCode
}

/// Every fact about the findings of one case.
package enum FindingEvent: EventFamily {
    case raised(FindingRaised)
    case released(FindingReleased)
    case explained(FindingExplained)
    case lapsed(FindingLapsed)
    case accepted(FindingAccepted)
    case withdrawn(FindingWithdrawn)
    case planned(WatchPlanned)
    case failed(RuleFailed)
    case recovered(RuleRecovered)

    package static let members: [EventMember<FindingEvent>] = [
        EventMember(FindingRaised.self, FindingEvent.raised),
        EventMember(FindingReleased.self, FindingEvent.released),
        EventMember(FindingExplained.self, FindingEvent.explained),
        EventMember(FindingLapsed.self, FindingEvent.lapsed),
        EventMember(FindingAccepted.self, FindingEvent.accepted),
        EventMember(FindingWithdrawn.self, FindingEvent.withdrawn),
        EventMember(WatchPlanned.self, FindingEvent.planned),
        EventMember(RuleFailed.self, FindingEvent.failed),
        EventMember(RuleRecovered.self, FindingEvent.recovered),
    ]

    package var payload: any EventPayload {
        switch self {
        case .raised(let payload): payload
        case .released(let payload): payload
        case .explained(let payload): payload
        case .lapsed(let payload): payload
        case .accepted(let payload): payload
        case .withdrawn(let payload): payload
        case .planned(let payload): payload
        case .failed(let payload): payload
        case .recovered(let payload): payload
        }
    }
}
