import Directory
package import EventLog
package import Kernel
import Synchronization

/// Asks of every agency whether catalog, lists and letters are in order; writes only where something changed.
package final class UpkeepTimers: Sendable {
    private let log: EventLog
    private let supervisor: Supervisor
    private let terms: UpkeepTerms
    private let looks = Mutex<[Realm: Look]>([:])

    private struct Look {
        var at: Instant?
        var memory = UpkeepMemory()
    }

    package init(_ log: EventLog, _ supervisor: Supervisor, _ terms: UpkeepTerms) {
        self.log = log
        self.supervisor = supervisor
        self.terms = terms
    }

    /// Looks at the realm on the first call of a day and every hour; firing twice is harmless.
    ///
    /// - Returns: how many agencies had something to record.
    @discardableResult
    package func fire(_ realm: Realm, now: Instant) async throws -> Int {
        let last = looks.withLock { $0[realm] } ?? Look()
        guard isDue(last.at, now) else { return 0 }
        let (agencies, memory) = try await log.read(realm) { reading in
            var memory = last.memory
            let agencies = try reading.upkeepToSupervise(by: self.supervisor, self.terms, on: now.day, &memory)
            return (agencies, memory)
        }
        for (agency, concerns) in agencies {
            let act = Act(
                realm: realm,
                actor: .system("supervision"),
                key: "upkeep:\(agency.text):\(now.milliseconds)"
            )
            let command = SuperviseUpkeep(agency: agency, day: now.day, concerns: concerns, supervisor: supervisor)
            _ = try await log.submit(command, as: act)
        }
        looks.withLock { $0[realm] = Look(at: now, memory: memory) }
        return agencies.count
    }

    private static let pauseMilliseconds: Int64 = 60 * 60 * 1_000

    private func isDue(_ last: Instant?, _ now: Instant) -> Bool {
        guard let last else { return true }
        return last.day != now.day || now.milliseconds - last.milliseconds >= UpkeepTimers.pauseMilliseconds
    }
}

extension EventReading {
    /// Returns the agencies for which something would be raised or taken down, with their concerns, by identifier.
    func upkeepToSupervise(
        by supervisor: Supervisor,
        _ terms: UpkeepTerms,
        on day: Day,
        _ memory: inout UpkeepMemory
    ) throws -> [(agency: Agency.ID, concerns: [UpkeepConcern])] {
        let supervisor = try supervisor.adjusted(by: ruleSettings(), on: day)
        let concerns = try upkeepConcerns(on: day, terms, in: supervisor.calendar, &memory)
        let byAgency = Dictionary(grouping: concerns, by: \.agency)
        let agencies = Set(byAgency.keys).union(try agenciesWithOpenFindings(below: FindingMatter.upkeepPrefix))
        let keys = agencies.map { FindingMatter.upkeep($0).text }
        let standing = try memory.findings.values(of: keys, in: self) { $0 }
        return try agencies.sorted { $0.text < $1.text }.compactMap { agency in
            guard let row = try reader.agency(agency, in: realm) else { return nil }
            let findings = standing[FindingMatter.upkeep(agency).text] ?? Findings()
            let own = byAgency[agency] ?? []
            let outcome = try supervisor.judge(own, in: row.profile.division, findings, on: day)
            return outcome.raised.isEmpty && outcome.releases.isEmpty ? nil : (agency, own)
        }
    }
}
