package import Directory
package import EventLog
import Kernel

/// Decides whether an officer keeps out of a case (决定回避): the head of the agency, or those in charge together.
///
/// Who keeps out gives back what was given to him, and helps no more.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 43; 市场监督管理行政处罚程序规定 art. 4.
package struct SettleRecusal: Command {
    package static let name = "SettleRecusal"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let officer: Officer.ID
    package let isGranted: Bool
    package let reasons: String
    /// Those in charge who discussed it together, where the officer is one of them; else empty.
    package let discussedBy: [Officer.ID]

    package init(
        caseFile: CaseFile.ID,
        seen: Int,
        officer: Officer.ID,
        isGranted: Bool,
        reasons: String,
        discussedBy: [Officer.ID] = []
    ) {
        self.caseFile = caseFile
        self.seen = seen
        self.officer = officer
        self.isGranted = isGranted
        self.reasons = reasons
        self.discussedBy = discussedBy
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.colleague(of: run, in: session)
        try run.require(.settleRecusal, by: actor, because: reasons)
        // A declared relation counts as a request until it is decided about this case.
        guard case .undecided = try run.recusal(of: officer) else { throw CaseworkError.recusal(.noneOpen) }
        let reasons = try run.recusalReasons(reasons)
        try decide(because: reasons, in: session)
        try run.append(
            .recusal(
                .settled(
                    RecusalSettled(
                        officer: officer,
                        name: run.name(of: officer),
                        isGranted: isGranted,
                        reasons: ForParty(reasons, party: run.opening.party),
                        discussedBy: discussedBy.isEmpty ? nil : discussedBy.map { try run.name(of: $0) }
                    )
                )
            )
        )
        if isGranted { try run.release(officer) }
        return CaseAnswer(run)
    }

    /// The directory says who may decide about whom.
    private func decide(because reasons: String, in session: CommandSession) throws {
        let decide = DecideRecusal(
            officer,
            in: CaseFile.stream(caseFile.text).text,
            isGranted: isGranted,
            reason: reasons,
            discussedBy: discussedBy
        )
        do {
            _ = try decide.run(in: session)
        } catch DirectoryError.recusalOfOneself {
            throw CaseworkError.recusal(.ofOneself)
        } catch DirectoryError.notHead {
            throw CaseworkError.recusal(.notHead)
        } catch DirectoryError.recusalOfHead {
            throw CaseworkError.recusal(.ofOnlyHead)
        } catch DirectoryError.recusalOfNoHead {
            throw CaseworkError.recusal(.ofNoHead)
        } catch DirectoryError.recusalDiscussedByFew(let found) {
            throw CaseworkError.recusal(.discussedByFew(found: found))
        } catch DirectoryError.recusalDiscussedByStranger, DirectoryError.unknownOfficer {
            throw CaseworkError.recusal(.discussedByStranger)
        }
    }
}

extension CaseRun {
    /// Who keeps out has no step any more, and helps with none.
    fileprivate mutating func release(_ officer: Officer.ID) throws {
        let reason = "决定回避"
        for (step, holder) in state.assignees.sorted(by: { $0.key.text < $1.key.text }) where holder == officer.text {
            try append(.assigned(StepAssigned(step: step, officer: nil, reason: reason, isHandedOn: nil)))
        }
        guard state.assistants.contains(officer.text) else { return }
        try append(
            .assistantsChanged(AssistantsChanged(added: [], removed: [officer.text], reason: reason))
        )
    }
}
