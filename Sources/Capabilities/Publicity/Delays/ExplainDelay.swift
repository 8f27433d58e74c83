package import Casework
package import EventLog
package import Kernel
import Parties

/// Says why a case was not decided by its promised day; everybody reads it, masked.
///
/// - Source: Regulations on Optimizing the Business Environment (优化营商环境条例) art. 36.
package struct ExplainDelay: Command {
    package static let name = "ExplainDelay"
    package let caseFile: CaseFile.ID
    package let reason: String
    /// Words an officer hides that no rule finds.
    package let hidden: [String]
    private let policy: MaskingPolicy

    private enum CodingKeys: CodingKey {
        case caseFile, reason, hidden
    }

    package init(caseFile: CaseFile.ID, reason: String, hidden: [String], _ policy: MaskingPolicy) {
        self.caseFile = caseFile
        self.reason = reason
        self.hidden = hidden
        self.policy = policy
    }

    package func run(in session: CommandSession) throws -> Day {
        try session.requireDecidingAgency(caseFile)
        let written = try PublicityText.reason(reason)
        let today = session.today
        let late = try session.reader.lateCases(
            in: session.realm,
            of: .one(caseFile),
            promised: DelayRecord.everyDay,
            on: today,
            limit: 1
        )
        guard let late = late.first else { throw PublicityError.notLate }
        try session.append(
            .explained(
                DelayExplained(
                    agency: late.agency,
                    item: late.itemCode,
                    promisedDue: late.promisedDue,
                    on: today,
                    reason: Open(try masked(written, in: session)),
                    policy: policy.version
                )
            ),
            to: Delay.self,
            caseFile.text,
            uses: ["masking": policy.version]
        )
        return late.promisedDue
    }

    /// The reason as everybody may read it: without the party's names, those the application names, and what is hidden.
    private func masked(_ text: String, in session: CommandSession) throws -> String {
        let state = try session.load(CaseFile.self, caseFile.text).state
        let byHand = HiddenParts(people: hidden, tradeSecrets: [], privacy: [])
        guard let opening = state.opening,
            let party = try session.load(PartyEntry.self, opening.party).state.party,
            let shown = policy.party(party), let names = OriginalNames(of: party)
        else { return PersonalText.masked(byHand.masked(text).text) }
        let hiding = byHand.joined(SubmittedNames(state, besides: names).parts)
        return policy.masked(text, names: names, of: shown, hiding: hiding).text
    }
}
