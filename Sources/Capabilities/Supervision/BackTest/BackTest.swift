import Casework
import Directory
package import EventLog
package import Kernel
import Parties

/// What rules would have found in a recorded history, had they been in force.
package struct BackTest: Sendable {
    /// One finding that would have been raised.
    package struct Found: Hashable, Sendable {
        package let caseNumber: String
        package let itemName: String
        package let agency: String
        package let agencyName: String
        package let finding: Finding
    }

    /// By the moment since which it was so, then by case and number.
    package let found: [Found]
    package let events: Int
    /// Those that were judged.
    package let cases: Int
    /// Rules that could not be evaluated somewhere.
    package let failing: Set<RuleCode>

    /// Those that no higher one of the same matter took down, which is what people would have had to deal with.
    package var standing: [Found] { found.filter(\.finding.isStanding) }

    /// How many there are by what `key` says of each, the most first; of equals, by key.
    package static func counts<Key: Hashable & Comparable>(
        _ found: [Found],
        by key: (Found) -> Key
    ) -> [(key: Key, count: Int)] {
        Dictionary(found.map { (key($0), 1) }, uniquingKeysWith: +).map { (key: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.key) < ($0.count, $1.key) }
    }
}

extension EventReading {
    /// Judges the history of the realm again and returns what would have been found; nothing is written.
    ///
    /// Timers are taken to be prompt, and what people said to findings is left out: who explains or withdraws would have
    /// had another finding before him.
    ///
    /// - Parameters:
    ///   - supervisor: the rules to try.
    ///   - settings: what supervisors have set; each holds on its own days.
    ///   - written: the rules supervisors wrote; each holds from when it went live.
    ///   - days: only what was so on one of these days is returned.
    ///   - agencies: only these agencies' cases are judged; all when `nil`.
    /// - Returns: every finding, with what would have taken it down.
    /// - Throws: what the database throws, and `RuleParameters.Fault`.
    package func backTest(
        _ supervisor: Supervisor,
        _ settings: RuleSettings,
        _ written: WrittenRules,
        in days: ClosedRange<Day>,
        of agencies: Set<String>? = nil
    ) throws -> BackTest {
        var run = BackTestRun(supervisor, settings, written, HistoryStates(self)) { item in
            agencies?.contains(item.agency) ?? true
        }
        let end = Instant(days.upperBound + 1)
        var position: Int64 = 0
        scan: while true {
            let page = try events(from: position, limit: 1_000)
            for event in page {
                guard event.envelope.recordedAt < end else { break scan }
                try run.take(event)
            }
            guard page.count == 1_000, let last = page.last else { break }
            position = last.position + 1
        }
        return try run.finish(before: end, in: days)
    }
}

/// The states of a realm as they are now, each folded once; what is asked of them is asked as of a day.
final class HistoryStates: StateSource {
    private let reading: EventReading
    private var states: [StreamID: any Sendable] = [:]

    init(_ reading: EventReading) {
        self.reading = reading
    }

    func load<A: Aggregate>(_ type: A.Type, _ key: String) throws -> Versioned<A> {
        let stream = A.stream(key)
        if let known = states[stream] as? Versioned<A> { return known }
        let state = try reading.state(type, key)
        // Each is asked of one officer or party of one case, once or twice: kept, they would be as many as the cases.
        if A.category != RecusalEntry.category, A.category != PartyEntry.category { states[stream] = state }
        return state
    }
}
