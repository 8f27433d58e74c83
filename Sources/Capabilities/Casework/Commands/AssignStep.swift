package import Directory
package import EventLog
import Kernel
package import Processes

/// Gives a waiting step to one officer who holds its post (分派, 转办), or lets the actor take it (领办) or give it back.
///
/// - Source: 国办发〔2005〕37号 part 2.
package struct AssignStep: Command {
    package static let name = "AssignStep"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let step: Step.ID
    package let to: Assignee
    package let reason: String

    package enum Assignee: Hashable, Sendable, Codable {
        case myself
        case officer(Officer.ID, post: Directory.Post.ID)
        /// By who does the step, to a colleague who could.
        case colleague(Officer.ID, post: Directory.Post.ID)
        /// Whoever holds the post.
        case anyone
    }

    package init(caseFile: CaseFile.ID, seen: Int, step: Step.ID, to: Assignee, reason: String = "") {
        self.caseFile = caseFile
        self.seen = seen
        self.step = step
        self.to = to
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let step = try run.step(step)
        let actor = try CaseAuthority.colleague(of: run, in: session)
        let officer: String?
        var isHandedOn: Bool?
        switch to {
        case .myself:
            try run.require(.claim, by: actor, because: reason)
            try run.state.requireFree(step, for: actor)
            try requirePost(step, actor.functions)
            officer = actor.officer
        case .officer(let chosen, let post):
            try run.require(.assign, by: actor, because: reason)
            try requirePost(step, CaseAuthority.functions(of: chosen, at: post, for: run.opening.item, in: session))
            officer = chosen.text
        case .colleague(let chosen, let post):
            try run.require(.transfer, by: actor, because: reason)
            try run.state.requireFree(step, for: actor)
            try requirePost(step, actor.functions)
            try requirePost(step, CaseAuthority.functions(of: chosen, at: post, for: run.opening.item, in: session))
            guard chosen.text != actor.officer, chosen.text != run.state.assignees[step.id] else {
                throw CaseworkError.assigneeUnchanged(step: step.id)
            }
            officer = chosen.text
            isHandedOn = true
        case .anyone:
            try run.require(.release, by: actor, because: reason)
            try run.state.requireFree(step, for: actor)
            guard run.state.assignees[step.id] != nil else { throw CaseworkError.stepFree(step: step.id) }
            officer = nil
        }
        if let officer {
            guard !run.state.assistants.contains(officer) else { throw CaseworkError.assistsOnly(officer: officer) }
            try run.requireNotRecused([officer])
        }
        try run.append(
            .assigned(
                StepAssigned(step: step.id, officer: officer, reason: reason.trimmed, isHandedOn: isHandedOn)
            )
        )
        return CaseAnswer(run)
    }

    private func requirePost(_ step: Step, _ functions: Set<String>) throws(CaseworkError) {
        guard functions.contains(step.post.text) else { throw .notYourStep(step: step.id, post: step.post.text) }
    }
}
