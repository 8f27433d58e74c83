package import EventLog
import Kernel

/// Answers an objection; if it was right, the order is withdrawn.
package struct AnswerObjection: Command {
    package static let name = "AnswerObjection"
    package let order: CorrectionOrder.ID
    package let isUpheld: Bool
    package let text: String

    package init(order: CorrectionOrder.ID, isUpheld: Bool, text: String) {
        self.order = order
        self.isUpheld = isUpheld
        self.text = text
    }

    package func run(in session: CommandSession) throws -> CorrectionOrder.Status {
        let state = try session.order(order)
        let terms = try state.require(.running, .replied)
        try SupervisionAuthority.requireSupervisor(of: terms.matter, in: session)
        guard let objection = state.objection, objection.answer == nil else { throw SupervisionError.noObjection }
        let answered = ObjectionAnswered(
            isUpheld: isUpheld,
            text: try SupervisionText.require(text, "复查意见"),
            isInTime: session.today <= objection.answerBy
        )
        return try session.append([.answered(answered)], to: order)
    }
}
