package import EventLog
package import Kernel

/// Records that the days to explain a finding ran out; costs in proportion to what is due.
package struct ExplanationTimers: Sendable {
    private let log: EventLog

    package init(_ log: EventLog) {
        self.log = log
    }

    /// Records everything that ran out by `now`; firing twice, or on two nodes at once, is harmless.
    ///
    /// - Returns: how many findings it was.
    @discardableResult
    package func fire(_ realm: Realm, now: Instant) async throws -> Int {
        var count = 0
        while true {
            let due = try await log.read(realm) { try $0.unexplained(on: now.day, limit: 200) }
            var recorded = 0
            for finding in due {
                let act = Act(
                    realm: realm,
                    actor: .system("supervision"),
                    key: "explanation-timer:\(finding.matter.text):\(finding.number)"
                )
                let command = LapseFinding(matter: finding.matter, number: finding.number)
                recorded += try await log.submit(command, as: act).answer
            }
            // What stays due although nothing is recorded waits for another day of the log's own clock.
            guard recorded > 0 else { return count }
            count += recorded
        }
    }
}

/// Records that the agency said nothing in the days it had; asked twice, nothing happens the second time.
///
/// - Source: five working days to explain: a Jiangsu city's measure §14.
struct LapseFinding: Command {
    static let name = "LapseFinding"
    let matter: FindingMatter
    let number: Int

    /// Answers how many facts were recorded.
    func run(in session: CommandSession) throws -> Int {
        let findings = try session.load(Findings.self, matter.text).state
        guard let event = try findings.lapsing(number, on: session.today) else { return 0 }
        try session.append(.lapsed(event), to: Findings.self, matter.text)
        return 1
    }
}
