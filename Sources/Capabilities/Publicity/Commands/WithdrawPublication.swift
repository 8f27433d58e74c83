package import Casework
package import EventLog
import Kernel
import Parties

/// Takes a published decision down and tells the public why (撤下); what was published stays in the log.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 48 (within three working days, the reason published).
package struct WithdrawPublication: Command {
    package static let name = "WithdrawPublication"
    package let caseFile: CaseFile.ID
    package let ground: WithdrawalGround
    /// Published as it stands, numbers of people masked.
    package let reason: String

    package init(caseFile: CaseFile.ID, ground: WithdrawalGround, reason: String) {
        self.caseFile = caseFile
        self.ground = ground
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> WithdrawalGround {
        guard try session.load(Publication.self, caseFile.text).state.isPublic else {
            throw PublicityError.notPublished
        }
        try session.requireDecidingAgency(caseFile)
        let length = reason.count { !$0.isWhitespace }
        guard length >= WithdrawPublication.shortest else {
            throw PublicityError.reasonMissing(atLeast: WithdrawPublication.shortest)
        }
        guard reason.count <= WithdrawPublication.longest else {
            throw PublicityError.textTooLong(limit: WithdrawPublication.longest, found: reason.count)
        }
        let withdrawn = PublicationWithdrawn(ground: ground, reason: Open(PersonalText.masked(reason)))
        try session.append(.withdrawn(withdrawn), to: Publication.self, caseFile.text)
        return ground
    }

    private static let shortest = 5
    private static let longest = 1_000
}
