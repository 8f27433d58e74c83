package import Casework
package import EventLog
import Kernel
import Parties
import TimeLimits

/// An officer asks that another one look at a decision before it is published; by when is set by the rules.
///
/// - Source: 国办发〔2018〕118号; 市场监督管理行政处罚信息公示规定 art. 16.
package struct ProposePublication: Command {
    package static let name = "ProposePublication"
    package let caseFile: CaseFile.ID
    /// The version of the publication that the officer saw.
    package let seen: Int
    package let text: ProposedText
    private let rules: PublicityRules
    private let policy: MaskingPolicy

    private enum CodingKeys: CodingKey {
        case caseFile, seen, text
    }

    package init(
        caseFile: CaseFile.ID,
        seen: Int,
        text: ProposedText,
        _ rules: PublicityRules,
        _ policy: MaskingPolicy
    ) {
        self.caseFile = caseFile
        self.seen = seen
        self.text = text
        self.rules = rules
        self.policy = policy
    }

    package func run(in session: CommandSession) throws -> CaseFile.ID {
        try session.requireDecidingAgency(caseFile)
        try session.requireSeen(seen, Publication.self, caseFile.text)
        let publication = try session.publication(caseFile)
        switch publication.status {
        case .awaited, .withdrawn: break
        case .published(_, let day): throw PublicityError.alreadyPublished(on: day)
        case .none, .exempt, .ended: throw PublicityError.notAwaited
        }
        let text = ProposedText(remarks: try PublicityText.remarks(text.remarks), hidden: text.hidden)
        let draft = try session.draft(caseFile, text, policy)
        try session.append(
            .proposed(
                PublicationProposed(
                    on: session.today,
                    reviewBy: try rules.review.day(from: session.today, in: NationalCalendar.load()),
                    text: .present(subject: draft.subject, text)
                )
            ),
            to: Publication.self,
            caseFile.text,
            uses: ["publicity": rules.version]
        )
        return caseFile
    }
}
