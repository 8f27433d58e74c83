import Kernel

/// How somebody stood in a quarter, where a scheme gives its grades by quarters.
///
/// - Source: a city's measure on electronic supervision §9 (lar/170306): four grades, every quarter.
package struct QuarterStanding: Hashable, Sendable {
    package let subject: ScoreSubject
    package let name: String
    /// The agency it belongs to; `nil` for an item that several agencies handle.
    package let agency: String?
    /// The points of each month in hundredths; `nil` for a month that is not audited or in which nothing was scored.
    package let months: [Int?]
    /// The mean of the months there are, in hundredths.
    package let mean: Int
    /// `nil` until every month of the quarter is audited.
    package let grade: String?

    /// Returns everybody of one kind who has points in an audited month, the best first; of equals, by name.
    ///
    /// - Parameters:
    ///   - kind: whose standings.
    ///   - quarter: the scores of the months of the quarter, in their order.
    ///   - scheme: the scheme whose grades are given.
    /// - Returns: one standing a subject.
    package static func all(
        _ kind: ScoreSubject.Kind,
        in quarter: [MonthlyScores],
        under scheme: ScoreScheme
    ) -> [QuarterStanding] {
        let audited = quarter.map { scores in scores.isFrozen ? scores.standings(kind) : [] }
        var sheets: [ScoreSubject: ScoreSheet] = [:]
        for entry in audited.joined() { sheets[entry.sheet.subject] = entry.sheet }
        let isOver = quarter.allSatisfy(\.isFrozen)
        return sheets.map { subject, sheet in
            let months = audited.map { standings in standings.first { $0.sheet.subject == subject }?.result.total }
            let known = months.compactMap(\.self)
            let mean = known.isEmpty ? 0 : known.reduce(0, +) / known.count
            return QuarterStanding(
                subject: subject,
                name: sheet.name,
                agency: sheet.agency,
                months: months,
                mean: mean,
                grade: isOver ? scheme.grade(of: mean) : nil
            )
        }.sorted { ($1.mean, $0.name) < ($0.mean, $1.name) }
    }
}
