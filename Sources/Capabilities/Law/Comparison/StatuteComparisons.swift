/// What versions of statutes were held against each other, each pair once: many items rest on one statute.
///
/// Lives as long as one question; not shared between threads.
package final class StatuteComparisons {
    private struct Pair: Hashable {
        let statute: String
        let older: Int
        let newer: Int
    }

    private var made: [Pair: StatuteComparison] = [:]

    package init() {}

    package func from(
        _ older: Statute.Standing,
        to newer: Statute.Standing,
        of statute: String
    ) -> StatuteComparison {
        let pair = Pair(statute: statute, older: older.number, newer: newer.number)
        if let known = made[pair] { return known }
        let comparison = StatuteComparison(from: older.articles, to: newer.articles)
        made[pair] = comparison
        return comparison
    }
}
