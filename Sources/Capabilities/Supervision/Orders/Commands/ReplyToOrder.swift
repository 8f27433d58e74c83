import Casework
package import EventLog
import Kernel

/// Reports for the agency what was corrected, and by which acts of the case.
package struct ReplyToOrder: Command {
    package static let name = "ReplyToOrder"
    package let order: CorrectionOrder.ID
    package let text: String
    /// Versions of the case; each must have been recorded after the order was issued.
    package let acts: [Int]

    package init(order: CorrectionOrder.ID, text: String, acts: [Int] = []) {
        self.order = order
        self.text = text
        self.acts = acts
    }

    package func run(in session: CommandSession) throws -> CorrectionOrder.Status {
        let state = try session.order(order)
        let terms = try state.require(.running)
        try SupervisionAuthority.requireAgency(of: terms.matter, in: session)
        let said = try SupervisionText.require(text, "整改情况")
        let current = try session.version(of: terms.matter)
        for act in acts where act <= state.caseVersion || act > current { throw SupervisionError.noSuchAct(act) }
        let replied = OrderReplied(
            text: said,
            acts: Array(Set(acts)).sorted(),
            isInTime: state.replyBy.map { session.today <= $0 } ?? true
        )
        return try session.append([.replied(replied)], to: order)
    }
}
