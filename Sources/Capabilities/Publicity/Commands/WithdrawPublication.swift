package import Casework
package import EventLog
package import Kernel
import Parties
import TimeLimits

/// Takes a published decision down and tells the public why (撤下); what was published stays in the log.
///
/// If the decision itself fell, the act says when, by whom and by which document, and the days run from there.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 48 (within three working days, the reason published).
package struct WithdrawPublication: Command {
    package static let name = "WithdrawPublication"
    package let caseFile: CaseFile.ID
    package let ground: WithdrawalGround
    /// Published as it stands, what tells a person masked.
    package let reason: String
    /// Who overturned the decision; required by the grounds that say so.
    package let overturned: Overturned?
    private let rules: PublicityRules

    package struct Overturned: Encodable, Hashable, Sendable {
        package let on: Day
        package let by: String
        package let document: String

        package init(on: Day, by: String, document: String) {
            self.on = on
            self.by = by
            self.document = document
        }
    }

    private enum CodingKeys: CodingKey {
        case caseFile, ground, reason, overturned
    }

    package init(
        caseFile: CaseFile.ID,
        ground: WithdrawalGround,
        reason: String,
        overturned: Overturned? = nil,
        _ rules: PublicityRules
    ) {
        self.caseFile = caseFile
        self.ground = ground
        self.reason = reason
        self.overturned = overturned
        self.rules = rules
    }

    package func run(in session: CommandSession) throws -> WithdrawalGround {
        guard try session.publication(caseFile).isPublic else { throw PublicityError.notPublished }
        try session.requireDecidingAgency(caseFile)
        let withdrawn = PublicationWithdrawn(
            ground: ground,
            reason: Open(PersonalText.masked(try PublicityText.reason(reason))),
            overturned: try overturning(on: session.today)
        )
        try session.append(
            .withdrawn(withdrawn),
            to: Publication.self,
            caseFile.text,
            uses: ["publicity": rules.version]
        )
        return ground
    }

    private func overturning(on today: Day) throws -> Overturning? {
        guard ground.isOverturning else { return nil }
        guard let overturned, overturned.on <= today, overturned.by.count > 1, overturned.document.count > 1 else {
            throw PublicityError.overturningMissing
        }
        return Overturning(
            on: overturned.on,
            by: overturned.by,
            document: overturned.document,
            withdrawBy: try rules.withdrawal.day(from: overturned.on, in: NationalCalendar.load())
        )
    }
}
