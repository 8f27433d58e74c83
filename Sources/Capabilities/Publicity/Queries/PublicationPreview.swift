package import Casework
import Directory
package import EventLog
import Kernel
import Parties

extension EventReading {
    /// Returns what the public would see of the case's decision, for the officer to approve.
    ///
    /// Throws `PublicityError`.
    package func publicationPreview(
        of caseFile: CaseFile.ID,
        remarks: String? = nil,
        _ policy: MaskingPolicy
    ) throws -> PublicDecision {
        let state = try state(CaseFile.self, caseFile.text).state
        guard let opening = state.opening else { throw PublicityError.noSuchCase(caseFile.text) }
        guard let party = try self.state(PartyEntry.self, opening.party).state.party else {
            throw PublicityError.partyErased(Party.ID(opening.party))
        }
        let agency = try self.state(AgencyEntry.self, opening.item.agency).state.agency
        return try PublicationDraft(state, party: party, agency: agency, remarks: remarks, policy).record
    }
}
