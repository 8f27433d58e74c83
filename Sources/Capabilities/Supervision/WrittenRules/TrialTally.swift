package import Kernel

/// What a trial keeps of what it found: how many where, and the latest; small, however many there are.
package struct TrialTally: Hashable, Sendable, Codable {
    package struct Count: Hashable, Sendable, Codable {
        package let key: String
        package let count: Int
    }

    /// One case in which the rule would have found something.
    package struct Hit: Hashable, Sendable, Codable {
        package let caseNumber: String
        package let itemName: String
        package let agencyName: String
        package let since: Instant
        package let facts: [FindingFact]
    }

    /// The most first, by name.
    package let agencies: [Count]
    package let items: [Count]
    /// `2026-03`, the earliest first.
    package let months: [Count]
    /// The latest first.
    package let latest: [Hit]
}

/// Counts while a trial goes on.
struct TrialCounter {
    private static let shown = 12
    private static let listed = 20

    private(set) var found = 0
    private var agencies: [String: Int] = [:]
    private var items: [String: Int] = [:]
    private var months: [String: Int] = [:]
    private var latest: [TrialTally.Hit] = []

    mutating func take(_ hits: [BackTest.Found]) {
        for hit in hits {
            let breach = hit.finding.breach
            found += 1
            agencies[hit.agencyName, default: 0] += 1
            items[hit.itemName, default: 0] += 1
            months[String(breach.since.day.description.prefix(7)), default: 0] += 1
            latest.append(
                TrialTally.Hit(
                    caseNumber: hit.caseNumber,
                    itemName: hit.itemName,
                    agencyName: hit.agencyName,
                    since: breach.since,
                    // The last one names the version, and a draft on trial has none.
                    facts: breach.facts.dropLast()
                )
            )
        }
        latest.sort { ($1.since, $1.caseNumber) < ($0.since, $0.caseNumber) }
        latest.removeLast(max(0, latest.count - TrialCounter.listed))
    }

    var tally: TrialTally {
        let most = { (counts: [String: Int]) in
            counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(TrialCounter.shown)
                .map { TrialTally.Count(key: $0.key, count: $0.value) }
        }
        return TrialTally(
            agencies: most(agencies),
            items: most(items),
            months: months.sorted { $0.key < $1.key }.map { TrialTally.Count(key: $0.key, count: $0.value) },
            latest: latest
        )
    }
}
