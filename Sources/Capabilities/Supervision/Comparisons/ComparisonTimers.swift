package import EventLog
package import Kernel
import Synchronization

/// Follows the log: what a day that is over shows is held against the rules that compare cases, and recorded.
///
/// A function of the log alone: what is found on a day does not hang on when, how often or on how many nodes it is asked.
package final class ComparisonTimers: Sendable {
    private let log: EventLog
    private let supervisor: Supervisor
    private let steps: StepTableKeeper
    private let done = Mutex<[Realm: Day]>([:])

    package init(_ log: EventLog, _ supervisor: Supervisor, _ steps: StepTableKeeper) {
        self.log = log
        self.supervisor = supervisor
        self.steps = steps
    }

    /// How far back the first run looks; what is older was never compared.
    private static let longestDays = 92

    /// How long after midnight a day is over on every node, whatever their clocks say.
    private static let pause = Duration.seconds(600)

    /// Compares every day that is over and was not compared; asked twice, nothing happens the second time.
    ///
    /// - Returns: how many findings were raised.
    @discardableResult
    package func fire(_ realm: Realm, now: Instant) async throws -> Int {
        let yesterday = (now - ComparisonTimers.pause).day - 1
        guard done.withLock({ $0[realm] != yesterday }) else { return 0 }
        let (through, settings) = try await log.read(realm) { reading in
            (try reading.state(Comparisons.self, Comparisons.key).state.through, try reading.ruleSettings())
        }
        let table = try await steps.table()
        var found = 0
        let first = max(through.map { $0 + 1 } ?? table.firstDay ?? yesterday, yesterday - Self.longestDays)
        var day = first
        while day <= yesterday {
            if table.isWorked(on: day) {
                let supervisor = try supervisor.adjusted(by: settings, on: day)
                found += try await record(try supervisor.breaches(in: table, on: day), day, supervisor, realm)
            }
            day = day + 1
        }
        done.withLock { $0[realm] = yesterday }
        return found
    }

    private func record(
        _ found: [RecordComparisons.Found],
        _ day: Day,
        _ supervisor: Supervisor,
        _ realm: Realm
    ) async throws -> Int {
        let act = Act(realm: realm, actor: .system("supervision"), key: "compare:\(day)")
        let command = RecordComparisons(day: day, found: found, supervisor: supervisor)
        return try await log.submit(command, as: act).answer
    }
}

extension Supervisor {
    /// Returns what stands out when `day` is over, by rule.
    func breaches(
        in table: StepTable,
        on day: Day
    ) throws(RuleParameters.Fault) -> [RecordComparisons.Found] {
        let leads = try book.leads(in: table, calendar) { StepSlice(days: type(of: $0).span.days(through: day)) }
        return leads.map { found in
            var breach = Breach(found.rule, found.lead, on: day)
            breach.facts += found.parameters.citations(of: found.rule)
            return RecordComparisons.Found(
                agency: found.lead.agency,
                agencyName: found.lead.agencyName,
                breach: breach
            )
        }
    }
}
