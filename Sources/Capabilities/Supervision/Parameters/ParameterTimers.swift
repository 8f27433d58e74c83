import Casework
package import EventLog
package import Kernel

/// Plans anew what is watched in every case when parameters begin or end to hold.
///
/// Costs in proportion to the watched cases, once for each such day; on any other day one stream is looked at.
package struct ParameterTimers: Sendable {
    private let log: EventLog
    private let supervisor: Supervisor

    package init(_ log: EventLog, _ supervisor: Supervisor) {
        self.log = log
        self.supervisor = supervisor
    }

    /// Returns how many cases were looked at; asked twice, nothing happens the second time.
    @discardableResult
    package func fire(_ realm: Realm, now: Instant) async throws -> Int {
        let settings = try await log.read(realm) { try $0.ruleSettings() }
        guard settings.isToBeApplied(on: now.day) else { return 0 }
        var count = 0
        var last: CaseFile.ID?
        while true {
            let after = last
            let page = try await log.read(realm) { try $0.watchedCases(after: after, limit: ParameterTimers.page) }
            for caseFile in page {
                let command = RaiseDueFindings(caseFile: caseFile, due: now, supervisor: supervisor)
                _ = try await log.submit(command, as: act(realm, "\(caseFile.text):\(now.day)"))
            }
            count += page.count
            guard page.count == ParameterTimers.page, let end = page.last else { break }
            last = end
        }
        let mark = MarkParametersApplied(through: now.day)
        _ = try await log.submit(mark, as: act(realm, "\(settings.all.count):\(now.day)"))
        return count
    }

    private static let page = 512

    private func act(_ realm: Realm, _ key: String) -> Act {
        Act(realm: realm, actor: .system("supervision"), key: "parameters:\(key)")
    }
}

extension EventReading {
    /// Returns what supervisors of the realm have set.
    package func ruleSettings() throws -> RuleSettings { try state(RuleSettings.self, RuleSettings.key).state }
}
