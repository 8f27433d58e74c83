package import EventLog

/// Everything that can happen to a publication.
package enum PublicationEvent: EventFamily {
    case awaited(PublicationAwaited)
    case published(DecisionPublished)
    case withdrawn(PublicationWithdrawn)
    case proposed(PublicationProposed)
    case reviewed(ProposalReviewed)
    case exemptionProposed(ExemptionProposed)
    case exemptionDecided(ExemptionDecided)
    case performed(PerformanceRecorded)
    case corrected(PublicationCorrected)
    case ended(PublicationEnded)

    package static let members: [EventMember<PublicationEvent>] = [
        EventMember(PublicationAwaited.self, PublicationEvent.awaited),
        EventMember(DecisionPublished.self, PublicationEvent.published),
        EventMember(PublicationWithdrawn.self, PublicationEvent.withdrawn),
        EventMember(PublicationProposed.self, PublicationEvent.proposed),
        EventMember(ProposalReviewed.self, PublicationEvent.reviewed),
        EventMember(ExemptionProposed.self, PublicationEvent.exemptionProposed),
        EventMember(ExemptionDecided.self, PublicationEvent.exemptionDecided),
        EventMember(PerformanceRecorded.self, PublicationEvent.performed),
        EventMember(PublicationCorrected.self, PublicationEvent.corrected),
        EventMember(PublicationEnded.self, PublicationEvent.ended),
    ]

    package var payload: any EventPayload {
        switch self {
        case .awaited(let payload): payload
        case .published(let payload): payload
        case .withdrawn(let payload): payload
        case .proposed(let payload): payload
        case .reviewed(let payload): payload
        case .exemptionProposed(let payload): payload
        case .exemptionDecided(let payload): payload
        case .performed(let payload): payload
        case .corrected(let payload): payload
        case .ended(let payload): payload
        }
    }
}
