package import EventLog
package import Kernel

/// Lets the clocks of correction orders run out; costs in proportion to what is due.
package struct OrderTimers: Sendable {
    private let log: EventLog

    package init(_ log: EventLog) {
        self.log = log
    }

    /// Records everything that is due at `now`; firing twice, or on two nodes at once, is harmless.
    ///
    /// - Returns: how many facts were recorded.
    @discardableResult
    package func fire(_ realm: Realm, now: Instant) async throws -> Int {
        var count = 0
        while true {
            let due = try await log.read(realm) { try $0.dueOrders(at: now, limit: 200) }
            guard !due.isEmpty else { return count }
            var recorded = 0
            for order in due {
                let act = Act(
                    realm: realm,
                    actor: .system("supervision"),
                    key: "order-timer:\(order.id.text):\(order.at.milliseconds)"
                )
                recorded += try await log.submit(PassOrderTime(order: order.id, due: order.at), as: act).answer
            }
            // What stays due although nothing is recorded waits for another moment of the log's own clock.
            guard recorded > 0 else { return count }
            count += recorded
        }
    }
}
