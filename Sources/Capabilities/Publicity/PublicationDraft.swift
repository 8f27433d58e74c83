package import Casework
package import Directory
import EventLog
import Kernel
package import Parties

/// What a decision would look like once published, and the names behind it; pure.
package struct PublicationDraft: Hashable, Sendable {
    package let record: PublicDecision
    let names: OriginalNames
    /// Whose section the names belong to.
    let subject: String

    /// Masks a decided case.
    ///
    /// - Parameters:
    ///   - state: the case; it must be decided.
    ///   - party: the applicant.
    ///   - agency: the deciding agency, if the directory has it.
    ///   - remarks: what the officer adds, if anything.
    ///   - policy: which form of names the public sees.
    /// - Throws: `PublicityError.notDecided`, `.partyErased`.
    package init(
        _ state: CaseFile,
        party: Party,
        agency: Agency?,
        remarks: String?,
        _ policy: MaskingPolicy
    ) throws(PublicityError) {
        guard let opening = state.opening, let decision = state.decision else {
            throw .notDecided(state.opening?.number ?? "")
        }
        guard let masked = policy.party(party), let name = party.name else { throw .partyErased(party.id) }
        let names: OriginalNames
        switch party.identity {
        case .person:
            names = OriginalNames(name: name, representative: nil)
            subject = party.id.text
        case .organization(let organization):
            names = OriginalNames(name: name, representative: organization.representative?.name)
            subject = "\(party.id)-R"
        }
        self.names = names
        let document = state.documents.last { $0.number == decision.number && $0.name.hasSuffix("决定书") }
        record = PublicDecision(
            caseNumber: opening.number,
            item: opening.item.code,
            itemName: opening.item.name,
            party: masked,
            documentName: document?.name ?? decision.title,
            documentNumber: decision.number,
            permitName: decision.permitNumber.flatMap { _ in opening.item.permitName },
            permitNumber: decision.permitNumber,
            content: policy.text(decision.content, names: names, of: masked),
            decidedOn: decision.decidedOn,
            validFrom: decision.validFrom,
            validThrough: decision.validThrough,
            agency: opening.item.agency,
            agencyName: opening.item.agencyName,
            agencyCode: agency?.profile.code,
            remarks: remarks.map { policy.text($0, names: names, of: masked) }
        )
    }

    func published(_ policy: MaskingPolicy) -> PublicationEvent {
        .published(
            DecisionPublished(
                record: .init(record),
                original: .present(subject: subject, names),
                policy: policy.version
            )
        )
    }
}
