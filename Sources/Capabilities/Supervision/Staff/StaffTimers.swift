import Database
import Directory
package import EventLog
package import Kernel
import Synchronization

/// Asks of every agency whether its certificates, posts and reviewers are in order; writes only where something changed.
///
/// What came due is found by this alone, and so is what was mended; nothing depends on what is kept here.
package final class StaffTimers: Sendable {
    private let log: EventLog
    private let supervisor: Supervisor
    private let last = Mutex<[Realm: Instant]>([:])

    package init(_ log: EventLog, _ supervisor: Supervisor) {
        self.log = log
        self.supervisor = supervisor
    }

    /// Looks at the realm on the first call of a day and every ten minutes; firing twice is harmless.
    ///
    /// - Returns: how many agencies had something to record.
    @discardableResult
    package func fire(_ realm: Realm, now: Instant) async throws -> Int {
        guard isDue(realm, now) else { return 0 }
        let agencies = try await log.read(realm) { try $0.agenciesToSupervise(by: self.supervisor, on: now.day) }
        for agency in agencies {
            let act = Act(
                realm: realm,
                actor: .system("supervision"),
                key: "staff:\(agency.text):\(now.milliseconds)"
            )
            let command = SuperviseStaff(agency: agency, day: now.day, supervisor: supervisor)
            _ = try await log.submit(command, as: act)
        }
        last.withLock { $0[realm] = now }
        return agencies.count
    }

    private static let pauseMilliseconds: Int64 = 10 * 60 * 1_000

    private func isDue(_ realm: Realm, _ now: Instant) -> Bool {
        guard let last = last.withLock({ $0[realm] }) else { return true }
        return last.day != now.day || now.milliseconds - last.milliseconds >= StaffTimers.pauseMilliseconds
    }
}

extension EventReading {
    /// Returns the agencies for which something would be raised or taken down, by identifier.
    func agenciesToSupervise(by supervisor: Supervisor, on day: Day) throws -> [Agency.ID] {
        let supervisor = try supervisor.adjusted(by: ruleSettings(), on: day)
        let concerns = try reader.directoryConcerns(of: .realm, in: realm, on: day, under: directoryRules())
        let byAgency = Dictionary(grouping: concerns, by: \.agency)
        let agencies = Set(byAgency.keys).union(try agenciesWithOpenFindings(below: FindingMatter.staffPrefix))
        return try agencies.sorted { $0.text < $1.text }.filter { agency in
            guard let row = try reader.agency(agency, in: realm) else { return false }
            let findings = try state(Findings.self, FindingMatter.staff(agency).text).state
            let outcome = try supervisor.judge(byAgency[agency] ?? [], in: row.profile.division, findings, on: day)
            return !outcome.raised.isEmpty || !outcome.releases.isEmpty
        }
    }

    /// Returns the agencies of which findings of one kind of matter are open.
    func agenciesWithOpenFindings(below prefix: String) throws -> [Agency.ID] {
        try reader.rows(
            """
            SELECT DISTINCT agency
              FROM finding
             WHERE realm = \(realm)
               AND case_id >= \(prefix)
               AND case_id < \(prefix + "~")
               AND is_open = 1
             ORDER BY agency
            """
        ).map { row in try row["agency"] }
    }
}
