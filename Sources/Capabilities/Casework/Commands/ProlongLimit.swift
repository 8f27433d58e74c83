package import EventLog
import Kernel
import Processes
import TimeLimits

/// Prolongs the limit once, by the agency's head and with reasons told to the party (延长期限): of the decision, or of
/// what is held.
///
/// - Source: Administrative License Law (行政许可法) art. 42; Administrative Coercion Law (行政强制法) art. 25.
package struct ProlongLimit: Command {
    package static let name = "ProlongLimit"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let reasons: String

    package init(caseFile: CaseFile.ID, seen: Int, reasons: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.reasons = reasons
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        guard let foreseen = run.definition.prolongation else { throw CaseworkError.noProlongationForeseen }
        var clock = try run.runningClock()
        guard clock.prolongations.isEmpty else { throw CaseworkError.alreadyProlonged }
        if let suspension = clock.suspension { throw CaseworkError.suspendedNoAct(since: suspension.stopped) }
        if run.state.holding != nil { try run.requireInTime(clock) }
        let actor = try CaseAuthority.officer(of: run, in: session)
        guard actor.functions.contains(foreseen.approvedBy.text) else {
            throw CaseworkError.notYourStep(step: "prolong", post: foreseen.approvedBy.text)
        }
        try CaseworkRules.requireText(reasons, "延长理由", atLeast: CaseworkRules.shortestReasons)
        try run.requireGround()
        clock.prolongations.append(foreseen.limit.period)
        try run.append(
            .prolonged(
                LimitProlonged(
                    by: foreseen.limit.period,
                    reasons: ForParty(reasons.trimmed, party: run.opening.party),
                    due: clock.dueDays(in: run.calendar)
                )
            )
        )
        return CaseAnswer(run)
    }
}
