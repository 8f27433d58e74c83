package import EventLog
import Kernel
import Processes

/// Records that an application counts as accepted because nobody answered in time; a timer submits it.
///
/// - Source: Administrative License Law (行政许可法) art. 32(4): accepted as of the day the materials were received.
package struct DeemAccepted: Command {
    package static let name = "DeemAccepted"
    package let caseFile: CaseFile.ID

    package init(caseFile: CaseFile.ID) {
        self.caseFile = caseFile
    }

    /// Answers whether there was anything to record.
    package func run(in session: CommandSession) throws -> Bool {
        var run = try CaseRun(caseFile, in: session)
        guard case .intake(let received, let answerDue) = run.state.stage, session.today > answerDue else {
            return false
        }
        // What nobody registered in time counts as received all the same.
        if let receive = run.waitingSteps.first(where: { $0.kind == .receive }), let outcome = receive.outcomes.first {
            try run.complete(receive.id, outcome.id, opinion: DeemAccepted.opinion)
        }
        guard let step = run.waitingSteps.first(where: { $0.kind == .accept }),
            let outcome = step.outcomes.first(where: { $0.effect == .accepted })
        else { return false }
        try run.append(.accepted(run.acceptance(on: received, isDeemed: true)))
        try run.complete(step.id, outcome.id, opinion: DeemAccepted.opinion)
        return true
    }

    private static let opinion = "逾期未告知，自收到申请材料之日起即为受理（行政许可法§32(四)）"
}
