package import EventLog
import Kernel

/// Every fact about a party.
package enum PartyEvent: EventFamily {
    case personRegistered(PersonRegistered)
    case organizationRegistered(OrganizationRegistered)

    package static let members = [
        EventMember(PersonRegistered.self, PartyEvent.personRegistered),
        EventMember(OrganizationRegistered.self, PartyEvent.organizationRegistered),
    ]

    package var payload: any EventPayload {
        switch self {
        case .personRegistered(let payload): payload
        case .organizationRegistered(let payload): payload
        }
    }
}

package struct PersonRegistered: EventPayload {
    package static let type = "Party.PersonRegistered"
    /// The subject is the party's own identifier.
    package let person: Personal<NaturalPerson>
}

package struct OrganizationRegistered: EventPayload {
    package static let type = "Party.OrganizationRegistered"
    /// Internal: that somebody asked an authority for something is not public before Publicity says so.
    package let name: String
    package let code: String
    /// The subject is the party's identifier with `-R`.
    package let representative: Personal<LegalRepresentative>?
}

/// What a realm holds of one party.
package struct PartyEntry: Aggregate {
    package static let category = "party"
    /// `nil` until registered.
    package private(set) var party: Party?

    package init() {}

    package mutating func evolve(_ event: PartyEvent, _ envelope: Envelope) {
        let id = Party.ID(envelope.stream.key)
        party = Party(id: id, identity: Party.Identity(event))
    }
}

extension Party.Identity {
    /// Reads the identity from the event that registered it.
    package init(_ event: PartyEvent) {
        switch event {
        case .personRegistered(let registered): self = .person(registered.person.value)
        case .organizationRegistered(let registered):
            self = .organization(
                Organization(
                    name: registered.name,
                    code: registered.code,
                    representative: registered.representative?.value
                )
            )
        }
    }
}
