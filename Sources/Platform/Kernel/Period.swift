/// A length of time as a statute writes it: a count, a unit, and how its end behaves.
///
/// Text form, as typed by people and stored: `5wd`, `90cd roll`, `24h`, `6mo`.
package struct Period: Hashable, Sendable {
    package enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
        case workingDay = "wd"
        case calendarDay = "cd"
        case hour = "h"
        case month = "mo"
    }

    package let count: Int
    package let unit: Unit
    /// Whether an end on a rest day moves to the first working day after it.
    ///
    /// - Source: Civil Procedure Law (民事诉讼法) art. 85, applied by analogy.
    package let rollsToWorkingDay: Bool

    package init(_ count: Int, _ unit: Unit, rollsToWorkingDay: Bool = false) {
        self.count = count
        self.unit = unit
        self.rollsToWorkingDay = rollsToWorkingDay
    }

    package static func workingDays(_ count: Int) -> Period { Period(count, .workingDay) }
    package static func calendarDays(_ count: Int) -> Period { Period(count, .calendarDay) }
    package static func months(_ count: Int) -> Period { Period(count, .month) }
    package static func hours(_ count: Int) -> Period { Period(count, .hour) }

    /// Counts above this are typing errors, not statutes.
    package static let greatestCount = 36_500

    /// Returns `nil` unless `text` has the text form above.
    package init?(_ text: some StringProtocol) {
        let words = text.split(separator: " ", omittingEmptySubsequences: true)
        guard let first = words.first, words.count == 1 || (words.count == 2 && words[1] == "roll") else { return nil }
        let digits = first.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int(digits), (0...Period.greatestCount).contains(count),
            let unit = Unit(rawValue: String(first.dropFirst(digits.count)))
        else { return nil }
        self.init(count, unit, rollsToWorkingDay: words.count == 2)
    }
}

extension Period {
    /// The days it has at least, in its own kind of days: a month twenty-eight, started days of hours not at all.
    package var leastDays: Int {
        switch unit {
        case .workingDay, .calendarDay: count
        case .hour: count / 24
        case .month: count * 28
        }
    }
}

extension Period: CustomStringConvertible {
    package var description: String { "\(count)\(unit.rawValue)\(rollsToWorkingDay ? " roll" : "")" }

    /// The form of official documents: 20个工作日, 90日, 24小时, 6个月.
    package var chinese: String {
        switch unit {
        case .workingDay: "\(count)个工作日"
        case .calendarDay: "\(count)日"
        case .hour: "\(count)小时"
        case .month: "\(count)个月"
        }
    }
}

extension Period.Unit {
    /// The word in a column of its own.
    package var chinese: String {
        switch self {
        case .workingDay: "工作日"
        case .calendarDay: "日"
        case .hour: "小时"
        case .month: "个月"
        }
    }
}

extension Period: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let period = Period(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected a period as 5wd, found \(text)")
            )
        }
        self = period
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
