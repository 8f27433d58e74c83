package import EventLog
import Kernel
import TimeLimits

/// Asks for a review of an order on behalf of the agency; the order goes on meanwhile (复查).
///
/// - Source: 重庆市行政执法监督条例 §21 (within ten working days, answered within fifteen, not suspended).
package struct ObjectToOrder: Command {
    package static let name = "ObjectToOrder"
    package let order: CorrectionOrder.ID
    package let text: String

    package init(order: CorrectionOrder.ID, text: String) {
        self.order = order
        self.text = text
    }

    package func run(in session: CommandSession) throws -> CorrectionOrder.Status {
        let state = try session.order(order)
        let terms = try state.require(.running, .replied)
        try SupervisionAuthority.requireAgency(of: terms.matter, in: session)
        let said = try SupervisionText.require(text, "复查理由")
        guard state.objection == nil else { throw SupervisionError.alreadyObjected }
        let calendar = try NationalCalendar.load()
        if let received = state.receivedOn {
            let last = try calendar.end(of: terms.limits.objection, from: received)
            guard session.today <= last else { throw SupervisionError.objectionTooLate(last: last) }
        }
        let answerBy = try calendar.end(of: terms.limits.objectionAnswer, from: session.today)
        return try session.append([.objected(OrderObjected(text: said, answerBy: answerBy))], to: order)
    }
}
