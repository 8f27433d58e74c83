package import EventLog
import Kernel
import Processes
import TimeLimits

/// Stops the clock while a step waits, on a ground that the step lists (暂停计时).
///
/// - Source: Administrative License Law (行政许可法) art. 45; Administrative Coercion Law (行政强制法) art. 25.3.
package struct SuspendClock: Command {
    package static let name = "SuspendClock"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let details: SuspensionDetails

    package init(caseFile: CaseFile.ID, seen: Int, details: SuspensionDetails) {
        self.caseFile = caseFile
        self.seen = seen
        self.details = details
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        if let suspension = try run.runningClock().suspension {
            throw CaseworkError.alreadySuspended(since: suspension.stopped)
        }
        let actor = try CaseAuthority.officer(of: run, in: session)
        let waiting = run.waitingSteps
        let own = waiting.filter { actor.functions.contains($0.post.text) }
        guard let step = own.first ?? waiting.first else {
            throw CaseworkError.wrongStage(expected: [.examination], found: run.state.stage.name)
        }
        guard !own.isEmpty else { throw CaseworkError.notYourStep(step: step.id, post: step.post.text) }
        guard step.pauses.contains(details.ground) else {
            throw CaseworkError.groundNotListed(details.ground, step: step.id)
        }
        try run.append(.suspended(run.suspension(details)))
        return CaseAnswer(run)
    }
}
