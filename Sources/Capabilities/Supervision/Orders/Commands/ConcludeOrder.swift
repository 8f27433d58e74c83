package import EventLog
import Kernel

/// Judges what came of an order: corrected, not corrected, or withdrawn as mistaken.
package struct ConcludeOrder: Command {
    package static let name = "ConcludeOrder"
    package let order: CorrectionOrder.ID
    package let outcome: OrderOutcome
    package let opinion: String

    package init(order: CorrectionOrder.ID, outcome: OrderOutcome, opinion: String) {
        self.order = order
        self.outcome = outcome
        self.opinion = opinion
    }

    package func run(in session: CommandSession) throws -> CorrectionOrder.Status {
        let state = try session.order(order)
        guard let terms = state.terms else { throw SupervisionError.noSuchOrder }
        try SupervisionAuthority.requireSupervisor(of: terms.matter, in: session)
        let text = try SupervisionText.require(opinion, "审定意见")
        try state.requireConcludable(outcome)
        return try session.append([.concluded(OrderConcluded(outcome: outcome, opinion: text))], to: order)
    }
}

extension CorrectionOrder {
    /// What was reported is judged either way; without a report only the end of the time shows that nothing was done.
    func requireConcludable(_ outcome: OrderOutcome) throws(SupervisionError) {
        switch (outcome, status) {
        case (.withdrawn, .draft), (.withdrawn, .issued), (.withdrawn, .running), (.withdrawn, .replied),
            (.corrected, .replied), (.notCorrected, .replied):
            break
        case (.notCorrected, .running):
            guard overdue.contains(.reply) else { throw .mayStillCorrect(until: replyBy) }
        case (_, .corrected), (_, .notCorrected), (_, .withdrawn), (.corrected, _), (.notCorrected, _):
            throw .wrongOrderStatus(status)
        }
    }
}
