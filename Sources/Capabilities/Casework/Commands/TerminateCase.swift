package import EventLog
import Kernel
import WorkflowEngine

/// Ends a case that has nothing left to decide (终止), by who approves, with ground and reasons.
///
/// - Source: Administrative License Law (行政许可法) art. 70; Administrative Coercion Law (行政强制法) art. 40, by analogy.
package struct TerminateCase: Command {
    package static let name = "TerminateCase"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let ground: CaseTerminated.Ground
    package let reasons: String

    package init(caseFile: CaseFile.ID, seen: Int, ground: CaseTerminated.Ground, reasons: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.ground = ground
        self.reasons = reasons
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.terminate, by: actor, because: reasons)
        if let verb = ground.verb { throw CaseworkError.groundIsVerb(verb) }
        try run.requireGround(ends: true)
        try run.requireUndisputed()
        try run.append(
            .terminated(
                CaseTerminated(
                    ground: ground,
                    reasons: ForParty(reasons.trimmed, party: run.opening.party),
                    position: run.position(after: .cancel)
                )
            )
        )
        try run.append(.closed(CaseClosed(manner: Open(.terminated), on: session.today)))
        return CaseAnswer(run)
    }
}
