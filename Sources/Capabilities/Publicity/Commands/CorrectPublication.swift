package import Casework
package import EventLog
package import Kernel
import Parties
import TimeLimits

/// Replaces a published copy that somebody proved wrong; the public sees that it was corrected, and why.
///
/// - Source: 市场监督管理行政处罚信息公示规定 art. 12.
package struct CorrectPublication: Command {
    package static let name = "CorrectPublication"
    package let caseFile: CaseFile.ID
    /// The version of the publication that the officer saw.
    package let seen: Int
    package let text: ProposedText
    package let reason: String
    /// The day on which the error was proved.
    package let provedOn: Day
    private let policy: MaskingPolicy
    private let rules: PublicityRules

    private enum CodingKeys: CodingKey {
        case caseFile, seen, text, reason, provedOn
    }

    package init(
        caseFile: CaseFile.ID,
        seen: Int,
        text: ProposedText,
        reason: String,
        provedOn: Day,
        _ policy: MaskingPolicy,
        _ rules: PublicityRules
    ) {
        self.caseFile = caseFile
        self.seen = seen
        self.text = text
        self.reason = reason
        self.provedOn = provedOn
        self.policy = policy
        self.rules = rules
    }

    package func run(in session: CommandSession) throws -> CaseFile.ID {
        guard case .published(let record, _) = try session.publication(caseFile).status else {
            throw PublicityError.notPublished
        }
        try session.requireDecidingAgency(caseFile)
        try session.requireSeen(seen, Publication.self, caseFile.text)
        let text = ProposedText(remarks: try PublicityText.remarks(text.remarks), hidden: text.hidden)
        let draft = try session.draft(caseFile, text, policy)
        guard draft.record != record else { throw PublicityError.nothingToCorrect }
        guard provedOn <= session.today else { throw PublicityError.dayInvalid }
        let correction = Correcting(draft, text, because: try PublicityText.reason(reason), provedOn: provedOn)
        try session.correct(caseFile, correction, policy, rules)
        return caseFile
    }
}

/// What takes the place of a published copy, and why.
struct Correcting {
    let draft: PublicationDraft
    /// What is added and hidden by hand in it.
    let text: ProposedText
    /// Published as it stands, what tells a person masked.
    let reason: String
    let provedOn: Day

    init(_ draft: PublicationDraft, _ text: ProposedText, because reason: String, provedOn: Day) {
        self.draft = draft
        self.text = text
        self.reason = reason
        self.provedOn = provedOn
    }
}

extension CommandSession {
    /// Replaces the published copy.
    func correct(
        _ caseFile: CaseFile.ID,
        _ correction: Correcting,
        _ policy: MaskingPolicy,
        _ rules: PublicityRules
    ) throws {
        let (draft, provedOn) = (correction.draft, correction.provedOn)
        let corrected = PublicationCorrected(
            record: Open(draft.record),
            original: .present(subject: draft.subject, draft.names),
            policy: policy.version,
            reason: Open(PersonalText.masked(correction.reason)),
            provedOn: provedOn,
            correctBy: try rules.correction.day(from: provedOn, in: NationalCalendar.load()),
            text: .present(subject: draft.subject, correction.text)
        )
        try append(
            .corrected(corrected),
            to: Publication.self,
            caseFile.text,
            uses: ["masking": policy.version, "publicity": rules.version]
        )
    }
}
