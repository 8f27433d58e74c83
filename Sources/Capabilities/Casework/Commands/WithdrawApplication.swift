package import EventLog
import Kernel
import Processes
import WorkflowEngine

/// The applicant takes the application back before it is decided (撤回申请).
package struct WithdrawApplication: Command {
    package static let name = "WithdrawApplication"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let reason: String

    package init(caseFile: CaseFile.ID, seen: Int, reason: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        // What an agency took up itself nobody applied for, and nobody takes back.
        guard try !run.opening.isExOfficio else {
            throw CaseworkError.notOnApplication(item: try run.opening.item.name)
        }
        switch run.state.stage {
        case .intake, .correction, .examination: break
        case .inquiry, .decided, .closed:
            throw CaseworkError.wrongStage(
                expected: [.intake, .correction, .examination],
                found: run.state.stage.name
            )
        }
        try CaseworkRules.requireText(reason, "撤回原因", atLeast: CaseworkRules.shortestOpinion)
        try run.append(
            .withdrawn(
                ApplicationWithdrawn(reason: reason.trimmed, position: run.position(after: .cancel))
            )
        )
        try run.append(.closed(CaseClosed(manner: Open(.withdrawn), on: session.today)))
        return CaseAnswer(run)
    }
}
