package import EventLog
import Kernel
import Sanctions

/// Takes the effect of a decision away (撤销), by who approves, with ground and reasons.
///
/// - Source: Administrative License Law (行政许可法) art. 69; Administrative Penalty Law (行政处罚法) art. 48.2, 75.2.
package struct RevokeDecision: Command {
    package static let name = "RevokeDecision"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let ground: DecisionRevoked.Ground
    package let reasons: String

    package init(caseFile: CaseFile.ID, seen: Int, ground: DecisionRevoked.Ground, reasons: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.ground = ground
        self.reasons = reasons
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.revokeDecision, by: actor, because: reasons)
        guard ground.verb == .revokeDecision else { throw CaseworkError.revocation(.changedOnly) }
        try run.requireStandingDecision()
        try run.append(
            .revoked(
                DecisionRevoked(
                    ground: Open(ground),
                    reasons: Open(reasons.trimmed),
                    revokedOn: Open(session.today)
                )
            )
        )
        return CaseAnswer(run)
    }
}

/// Corrects a slip of the pen in a decision (更正); penalties are not changed by it.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 75.2.
package struct CorrectDecision: Command {
    package static let name = "CorrectDecision"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let content: String
    package let reasons: String

    package init(caseFile: CaseFile.ID, seen: Int, content: String, reasons: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.content = content
        self.reasons = reasons
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.correctDecision, by: actor, because: reasons)
        let decision = try run.requireStandingDecision()
        let content = content.trimmed
        try CaseworkRules.requireText(content, "决定内容", atLeast: CaseworkRules.shortestOpinion)
        guard content != decision.content else { throw CaseworkError.nothingCorrected }
        guard content.hasPrefix(decision.sanctions.chinese) else {
            throw CaseworkError.correctionChangesPenalty(decision.sanctions)
        }
        try run.append(
            .decisionCorrected(
                DecisionCorrected(
                    content: Open(content),
                    previous: Open(decision.content),
                    reasons: ForParty(reasons.trimmed, party: run.opening.party)
                )
            )
        )
        return CaseAnswer(run)
    }
}

extension CaseRun {
    /// Returns the decision that has effect.
    @discardableResult
    func requireStandingDecision() throws(CaseworkError) -> Decision {
        guard let decision = state.decision else {
            throw .wrongStage(expected: [.decided, .closed], found: state.stage.name)
        }
        if let revocation = state.revocation { throw .alreadyRevoked(on: revocation.revokedOn.value) }
        if let annulment = state.annulment { throw .voiding(.already(on: annulment.declaredOn.value)) }
        return decision
    }
}
