package import EventLog
import Kernel
import TimeLimits

/// Acknowledges an order for the agency; its time to correct begins with this day, which is not counted (签收).
package struct ReceiveOrder: Command {
    package static let name = "ReceiveOrder"
    package let order: CorrectionOrder.ID

    package init(order: CorrectionOrder.ID) {
        self.order = order
    }

    package func run(in session: CommandSession) throws -> CorrectionOrder.Status {
        let terms = try session.order(order).require(.issued)
        try SupervisionAuthority.requireAgency(of: terms.matter, in: session)
        let replyBy = try NationalCalendar.load().end(of: terms.limits.reply(to: terms.kind), from: session.today)
        let received = OrderReceived(on: session.today, isDeemed: false, replyBy: replyBy)
        return try session.append([.received(received)], to: order)
    }
}
