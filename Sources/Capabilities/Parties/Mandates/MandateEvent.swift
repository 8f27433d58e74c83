package import BlobStore
package import EventLog
package import Kernel

/// Every fact about who acts for whom.
package enum MandateEvent: EventFamily {
    case requested(MandateRequested)
    case confirmed(MandateConfirmed)
    case refused(MandateRefused)
    case withdrawn(MandateWithdrawn)

    package static let members = [
        EventMember(MandateRequested.self, MandateEvent.requested),
        EventMember(MandateConfirmed.self, MandateEvent.confirmed),
        EventMember(MandateRefused.self, MandateEvent.refused),
        EventMember(MandateWithdrawn.self, MandateEvent.withdrawn),
    ]

    package var payload: any EventPayload {
        switch self {
        case .requested(let payload): payload
        case .confirmed(let payload): payload
        case .refused(let payload): payload
        case .withdrawn(let payload): payload
        }
    }
}

/// A person asks to act for a firm and hands in its letter.
package struct MandateRequested: EventPayload {
    package static let type = "Mandate.Requested"
    package let firm: String
    package let code: String
    /// The party's record of the agent.
    package let agent: String
    package let isKeeper: Bool
    package let until: Day
    /// About the agent, so it is erased with the agent's data.
    package let letter: Personal<Attachment>
}

/// A clerk who saw the letter, or the firm's keeper, says yes; the actor is in the envelope.
package struct MandateConfirmed: EventPayload {
    package static let type = "Mandate.Confirmed"
    package let on: Day
}

package struct MandateRefused: EventPayload {
    package static let type = "Mandate.Refused"
    package let reason: String
}

/// The firm takes its word back, or the agent lays it down; from then on nothing is done under it.
package struct MandateWithdrawn: EventPayload {
    package static let type = "Mandate.Withdrawn"
    package let on: Day
    package let reason: String
}
