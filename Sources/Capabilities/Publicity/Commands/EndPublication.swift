package import Casework
package import EventLog
import Directory
import Kernel
import Parties

/// Ends a publication before its period does: the party has performed, mended the harm and not repeated it.
///
/// - Source: 市场监督管理行政处罚信息公示规定 art. 14.
package struct EndPublication: Command {
    package static let name = "EndPublication"
    package let caseFile: CaseFile.ID
    /// The version of the publication that the officer saw.
    package let seen: Int
    package let reason: String
    private let rules: PublicityRules

    private enum CodingKeys: CodingKey {
        case caseFile, seen, reason
    }

    package init(caseFile: CaseFile.ID, seen: Int, reason: String, _ rules: PublicityRules) {
        self.caseFile = caseFile
        self.seen = seen
        self.reason = reason
        self.rules = rules
    }

    package func run(in session: CommandSession) throws -> CaseFile.ID {
        guard try session.publication(caseFile).isPublic else { throw PublicityError.notPublished }
        let post = try session.requireDecidingAgency(caseFile)
        guard post.responsibility == .approve else { throw PublicityError.notAReviewer }
        try session.requireSeen(seen, Publication.self, caseFile.text)
        let category = try session.load(CaseFile.self, caseFile.text).state.opening?.item.category ?? ""
        guard rules.shown(of: category) != nil else { throw PublicityError.endsByItself }
        let ended = PublicationEnded(
            on: Open(session.today),
            reason: Open(PersonalText.masked(try PublicityText.reason(reason)))
        )
        try session.append(.ended(ended), to: Publication.self, caseFile.text)
        return caseFile
    }
}
