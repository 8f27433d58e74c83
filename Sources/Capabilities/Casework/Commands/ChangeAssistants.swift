package import Directory
package import EventLog
import Kernel
import Processes

/// Adds officers who help with a case, or releases them (协办): they gather evidence along, and complete no step.
///
/// - Source: 国办发〔2005〕37号 part 2; Administrative Penalty Law (行政处罚法) art. 26, 42.
package struct ChangeAssistants: Command {
    package static let name = "ChangeAssistants"

    /// A helper and the post from which the helper acts.
    package struct Assistant: Hashable, Sendable, Codable {
        package let officer: Officer.ID
        package let post: Directory.Post.ID

        package init(_ officer: Officer.ID, at post: Directory.Post.ID) {
            self.officer = officer
            self.post = post
        }
    }

    package let caseFile: CaseFile.ID
    package let seen: Int
    package let added: [Assistant]
    package let removed: [String]
    package let reason: String

    package init(caseFile: CaseFile.ID, seen: Int, added: [Assistant], removed: [String], reason: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.added = added
        self.removed = removed
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.assist, by: actor, because: reason)
        guard !added.isEmpty || !removed.isEmpty else { throw CaseworkError.assistantsUnchanged }
        for assistant in added {
            guard !run.state.assistants.contains(assistant.officer.text) else {
                throw CaseworkError.assistantsUnchanged
            }
            // Asks for the certificate and the agency; which post it is does not matter.
            _ = try CaseAuthority.functions(
                of: assistant.officer,
                at: assistant.post,
                for: run.opening.item,
                in: session
            )
            // Who does a step does not help with it.
            let doing = run.state.assignees.values + [actor.officer]
            guard !doing.contains(assistant.officer.text) else {
                throw CaseworkError.assistsOnly(officer: assistant.officer.text)
            }
        }
        try run.requireNotRecused(added.map(\.officer.text))
        guard removed.allSatisfy(run.state.assistants.contains) else { throw CaseworkError.assistantsUnchanged }
        try run.append(
            .assistantsChanged(
                AssistantsChanged(added: added.map(\.officer.text), removed: removed, reason: reason.trimmed)
            )
        )
        return CaseAnswer(run)
    }
}
