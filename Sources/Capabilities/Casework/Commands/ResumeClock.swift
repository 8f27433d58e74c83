package import EventLog
import Kernel

/// Lets the clock run again from the next day (恢复计时).
package struct ResumeClock: Command {
    package static let name = "ResumeClock"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let note: String

    package init(caseFile: CaseFile.ID, seen: Int, note: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.note = note
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        guard try run.runningClock().suspension != nil else { throw CaseworkError.notSuspended }
        _ = try CaseAuthority.officer(of: run, in: session)
        try CaseworkRules.requireText(note, "恢复说明", atLeast: CaseworkRules.shortestOpinion)
        try run.append(.resumed(run.resumption(on: session.today, note: note.trimmed)))
        return CaseAnswer(run)
    }
}
