package import EventLog
package import Kernel

/// Finds requests whose period ran out without a reply; costs in proportion to what is due.
///
/// - Source: 政府信息公开条例 art. 33, 47, 51.
package struct InformationTimers: Sendable {
    private let log: EventLog

    package init(_ log: EventLog) {
        self.log = log
    }

    /// Records everything that is late at `now`; firing twice, or on two nodes at once, is harmless.
    package func fire(_ realm: Realm, now: Instant) async throws {
        while true {
            let due = try await log.read(realm) { try $0.lateRequests(on: now.day, limit: 200) }
            guard !due.isEmpty else { return }
            var recorded = 0
            for row in due {
                let key = "information-timer:\(row.id.text):\(now.day)"
                let act = Act(realm: realm, actor: .system("supervision"), key: key)
                recorded += try await log.submit(FindLateRequest(request: row.id), as: act).answer
            }
            // What stays due although nothing is recorded waits for another day of the log's own clock.
            guard recorded > 0 else { return }
        }
    }
}

/// Records that a request is late; asked twice, nothing happens the second time.
struct FindLateRequest: Command {
    static let name = "FindLateRequest"
    let request: InformationRequest.ID

    /// Answers how many facts were recorded.
    func run(in session: CommandSession) throws -> Int {
        guard let late = try session.existingRequest(request).lateness(on: session.today) else { return 0 }
        try session.append(.foundLate(late), to: InformationRequest.self, request.text)
        return 1
    }
}
