package import EventLog
import Kernel

/// Enters a party in its realm; the answer is its identifier.
package struct RegisterParty: Command {
    package static let name = "RegisterParty"
    package let applicant: Applicant

    package init(_ applicant: Applicant) {
        self.applicant = applicant
    }

    /// What the party states about itself, as typed.
    package enum Applicant: Encodable, Sendable {
        case person(name: String, identityNumber: String, mobile: String)
        case organization(name: String, code: String, representative: LegalRepresentative?)

        package var kind: Party.Kind {
            switch self {
            case .person: .person
            case .organization: .organization
            }
        }
    }

    package func run(in session: CommandSession) throws -> Party.ID {
        let id: Party.ID = session.newIdentifier("P")
        try session.append(try decide(id), to: PartyEntry.self, id.text)
        return id
    }

    /// Returns the fact of the registration, checked field by field.
    package func decide(_ id: Party.ID) throws(PartiesError) -> PartyEvent {
        switch applicant {
        case .person(let name, let identityNumber, let mobile):
            let person = NaturalPerson(
                name: try PartyChecks.name(name, greatest: PartyChecks.greatestPersonName),
                identityNumber: try PartyChecks.identityNumber(identityNumber),
                mobile: try PartyChecks.mobile(mobile)
            )
            return .personRegistered(PersonRegistered(person: .present(subject: id.text, person)))
        case .organization(let name, let code, let representative):
            return .organizationRegistered(
                OrganizationRegistered(
                    name: try PartyChecks.name(name, greatest: PartyChecks.greatestOrganizationName),
                    code: try PartyChecks.creditCode(code),
                    representative: try checked(representative).map { .present(subject: "\(id)-R", $0) }
                )
            )
        }
    }

    private func checked(_ representative: LegalRepresentative?) throws(PartiesError) -> LegalRepresentative? {
        guard let representative else { return nil }
        let name = try PartyChecks.name(representative.name, greatest: PartyChecks.greatestPersonName)
        guard let mobile = representative.mobile else { return LegalRepresentative(name: name, mobile: nil) }
        return LegalRepresentative(name: name, mobile: try PartyChecks.mobile(mobile))
    }
}
