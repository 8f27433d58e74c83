package import Casework
package import EventLog
import Kernel

/// Another officer agrees to a publication as previewed, or sends it back.
///
/// If the case has no step of publishing that waits, agreeing publishes at once; before the party is served, at service.
package struct ReviewPublication: Command {
    package static let name = "ReviewPublication"
    package let caseFile: CaseFile.ID
    /// The version of the publication that the officer saw.
    package let seen: Int
    package let isApproved: Bool
    package let opinion: String
    private let policy: MaskingPolicy
    private let rules: PublicityRules

    private enum CodingKeys: CodingKey {
        case caseFile, seen, isApproved, opinion
    }

    package init(
        caseFile: CaseFile.ID,
        seen: Int,
        isApproved: Bool,
        opinion: String,
        _ policy: MaskingPolicy,
        _ rules: PublicityRules
    ) {
        self.caseFile = caseFile
        self.seen = seen
        self.isApproved = isApproved
        self.opinion = opinion
        self.policy = policy
        self.rules = rules
    }

    /// Answers whether the decision is public now.
    package func run(in session: CommandSession) throws -> Bool {
        guard let proposal = try session.publication(caseFile).proposal, proposal.isWaiting else {
            throw PublicityError.nothingToReview
        }
        try session.requireReviewer(of: caseFile, proposedBy: proposal.by)
        try session.requireSeen(seen, Publication.self, caseFile.text)
        let opinion = isApproved ? opinion : try PublicityText.reason(opinion)
        try session.append(
            .reviewed(ProposalReviewed(on: session.today, isApproved: isApproved, opinion: opinion)),
            to: Publication.self,
            caseFile.text
        )
        guard isApproved, try session.publishStep(of: caseFile) == nil, try !session.awaitsService(caseFile) else {
            return false
        }
        try session.publish(session.draft(caseFile, proposal.text, policy), of: caseFile, policy, rules)
        return true
    }
}
