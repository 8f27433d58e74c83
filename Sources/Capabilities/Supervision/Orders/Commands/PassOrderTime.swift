import EventLog
import Kernel
import TimeLimits

/// Records what time alone has done to an order; asked twice, nothing happens the second time.
struct PassOrderTime: Command {
    static let name = "PassOrderTime"
    let order: CorrectionOrder.ID
    let due: Instant

    /// Answers how many facts were recorded.
    func run(in session: CommandSession) throws -> Int {
        let calendar = try NationalCalendar.load()
        var count = 0
        // An order that is deemed received may be overdue already when the timer comes late.
        while true {
            let events = try session.order(order).passing(at: session.now, in: calendar)
            guard !events.isEmpty else { return count }
            count += events.count
            try session.append(events, to: order)
        }
    }
}
