package import Casework
import Directory
package import EventLog
import Kernel
import Parties

extension EventReading {
    /// Returns what the public would see of the case's decision, side by side with what it is made from.
    ///
    /// - Parameters:
    ///   - caseFile: the decided case.
    ///   - policy: which form of names the public sees.
    ///   - text: what an officer would add and hide; `nil` takes what was proposed.
    /// - Returns: the record, and its fields beside what they are made from.
    /// - Throws: `PublicityError`.
    package func publicationPreview(
        of caseFile: CaseFile.ID,
        _ policy: MaskingPolicy,
        proposing text: ProposedText? = nil
    ) throws -> PublicationPreview {
        let state = try state(CaseFile.self, caseFile.text).state
        guard let opening = state.opening else { throw PublicityError.noSuchCase(caseFile.text) }
        guard let party = try self.state(PartyEntry.self, opening.party).state.party else {
            throw PublicityError.partyErased(Party.ID(opening.party))
        }
        let agency = try self.state(AgencyEntry.self, (state.decidingItem ?? opening.item).agency).state.agency
        let proposed = try text ?? self.state(Publication.self, caseFile.text).state.proposal?.text
        let draft = try PublicationDraft(
            state,
            party: party,
            agency: agency,
            proposed ?? ProposedText(remarks: nil, hidden: .none),
            policy
        )
        return PublicationPreview(record: draft.record, fields: draft.fields)
    }
}
