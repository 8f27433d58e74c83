import Casework
import Directory
import EventLog
import Kernel
import Parties

extension CommandSession {
    /// Returns what the case's decision would look like once published.
    func draft(_ caseFile: CaseFile.ID, remarks: String?, _ policy: MaskingPolicy) throws -> PublicationDraft {
        let state = try load(CaseFile.self, caseFile.text).state
        guard let opening = state.opening else { throw PublicityError.noSuchCase(caseFile.text) }
        guard let party = try load(PartyEntry.self, opening.party).state.party else {
            throw PublicityError.partyErased(Party.ID(opening.party))
        }
        let agency = try load(AgencyEntry.self, opening.item.agency).state.agency
        return try PublicationDraft(state, party: party, agency: agency, remarks: remarks, policy)
    }

    func publish(_ draft: PublicationDraft, of caseFile: CaseFile.ID, _ policy: MaskingPolicy) throws {
        let item = try load(CaseFile.self, caseFile.text).state.opening?.item.text ?? ""
        try append(
            draft.published(policy),
            to: Publication.self,
            caseFile.text,
            uses: ["item": item, "masking": policy.version]
        )
    }

    /// Refuses unless an officer of the deciding agency acts, with authority of today.
    func requireDecidingAgency(_ caseFile: CaseFile.ID) throws {
        guard let item = try load(CaseFile.self, caseFile.text).state.opening?.item else {
            throw PublicityError.noSuchCase(caseFile.text)
        }
        guard actor.kind == .officer, let post = actor.post, let place = Division.Code(item.division) else {
            throw AuthorityRefusal.noSuchPost
        }
        let authority = try authority(
            of: Officer.ID(actor.id),
            at: Post.ID(post),
            for: EnforcementCategory(nationalCode: item.category),
            in: place
        )
        guard authority.agency.text == item.agency else { throw PublicityError.otherAgency(item.agencyName) }
    }
}
