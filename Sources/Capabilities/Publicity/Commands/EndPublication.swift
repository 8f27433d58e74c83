package import Casework
package import EventLog
import Directory
import Kernel
import Parties

/// Ends a publication before its period does: the party has performed, mended the harm and not repeated it.
///
/// That it has performed must be recorded; the rest the officer says. Grave penalties are shown to the end.
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
        let publication = try session.publication(caseFile)
        guard publication.isPublic else { throw PublicityError.notPublished }
        let post = try session.requireDecidingAgency(caseFile)
        guard post.responsibility == .approve else { throw PublicityError.notAReviewer }
        try session.requireSeen(seen, Publication.self, caseFile.text)
        let state = try session.load(CaseFile.self, caseFile.text).state
        let (category, sanctions) = (state.opening?.item.category ?? "", state.decision?.sanctions ?? [])
        guard rules.shown(of: category, imposing: sanctions) != nil else { throw PublicityError.endsByItself }
        if let kind = rules.neverEndsEarly(category, imposing: sanctions) { throw PublicityError.shownToTheEnd(kind) }
        guard publication.performance?.state == .performed else { throw PublicityError.notPerformed }
        let ended = PublicationEnded(
            on: Open(session.today),
            reason: Open(PersonalText.masked(try PublicityText.reason(reason)))
        )
        try session.append(.ended(ended), to: Publication.self, caseFile.text)
        return caseFile
    }
}
