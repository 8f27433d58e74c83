/// A civil day in the time zone of the administration (Asia/Shanghai), as statutes count them.
///
/// Written `YYYY-MM-DD` everywhere: text, SQL, JSON, URL. Days from 1900-01-01 to 2999-12-31 are valid.
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    package let ordinal: Int

    package static let first = Day(uncheckedYear: 1900, month: 1, day: 1)
    package static let last = Day(uncheckedYear: 2999, month: 12, day: 31)

    package init(ordinal: Int) {
        self.ordinal = ordinal
    }

    /// Returns `nil` unless the three numbers name a day of the calendar between `first` and `last`.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2999).contains(year), (1...12).contains(month),
            (1...Day.daysIn(month: month, of: year)).contains(day)
        else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    /// Returns `nil` unless `text` is exactly `YYYY-MM-DD` and names a day of the calendar.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Day.number(bytes[0..<4]), let month = Day.number(bytes[5..<7]),
            let day = Day.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package var year: Int { civil.year }
    package var month: Int { civil.month }
    /// The day of the month, from 1.
    package var dayOfMonth: Int { civil.day }

    /// 1 is Monday, 7 is Sunday.
    package var weekday: Int { ((ordinal + 3) % 7 + 7) % 7 + 1 }

    package var isWeekend: Bool { weekday >= 6 }

    package static func + (day: Day, count: Int) -> Day { Day(ordinal: day.ordinal + count) }
    package static func - (day: Day, count: Int) -> Day { Day(ordinal: day.ordinal - count) }

    /// Returns how many days `day` lies after `other`; negative when it lies before.
    package static func - (day: Day, other: Day) -> Int { day.ordinal - other.ordinal }

    package static func < (left: Day, right: Day) -> Bool { left.ordinal < right.ordinal }

    /// Returns the corresponding day `count` months on, or the last day of that month where there is none.
    ///
    /// - Source: Civil Code (民法典) art. 202.
    package func adding(months count: Int) -> Day {
        let (year, month, day) = civil
        let months = year * 12 + (month - 1) + count
        let targetYear = months >= 0 ? months / 12 : (months - 11) / 12
        let targetMonth = months - targetYear * 12 + 1
        return Day(
            uncheckedYear: targetYear,
            month: targetMonth,
            day: min(day, Day.daysIn(month: targetMonth, of: targetYear))
        )
    }

    package static func daysIn(month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (48...57).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 48)
        }
        return value
    }

    /// The usual days-from-civil arithmetic over a year that begins on 1 March.
    private init(uncheckedYear year: Int, month: Int, day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        ordinal = era * 146_097 + dayOfEra - 719_468
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = ordinal + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        return (
            year: yearOfEra + era * 400 + (month >= 10 ? 1 : 0),
            month: month < 10 ? month + 3 : month - 9,
            day: dayOfYear - (153 * month + 2) / 5 + 1
        )
    }
}

extension Day: CustomStringConvertible {
    package var description: String {
        let (year, month, day) = civil
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// The form of official documents: 2026年3月1日.
    package var chinese: String {
        let (year, month, day) = civil
        return "\(year)年\(month)月\(day)日"
    }
}

extension Day: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected YYYY-MM-DD, found \(text)")
            )
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Day: ExpressibleByStringLiteral {
    /// For tests and tables in code; a literal that names no day stops the program where it is written.
    package init(stringLiteral text: String) {
        guard let day = Day(text) else { preconditionFailure("not a day: \(text)") }
        self = day
    }
}
