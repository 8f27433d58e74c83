package import Kernel

/// A calendar month, as scores are made for.
package struct ScoreMonth: Hashable, Sendable, Codable, Comparable {
    package let year: Int
    package let month: Int

    package init(_ day: Day) {
        year = day.year
        month = day.month
    }

    /// Returns `nil` unless `text` is such as 2026-10.
    package init?(_ text: String) {
        guard text.count == 7, let day = Day("\(text)-01") else { return nil }
        self.init(day)
    }

    package var text: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
    package var chinese: String { "\(year)年\(month)月" }
    package var days: ClosedRange<Day> { first...(next.first - 1) }
    package var previous: ScoreMonth { ScoreMonth(first - 1) }
    package var next: ScoreMonth { ScoreMonth(first + 31) }

    private var first: Day { Day(year: year, month: month, day: 1) ?? .first }

    package static func < (left: ScoreMonth, right: ScoreMonth) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }
}
