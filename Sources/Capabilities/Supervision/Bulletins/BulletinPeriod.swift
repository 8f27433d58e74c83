package import Kernel

/// What a bulletin tells about: a month, or a quarter of three.
package enum BulletinPeriod: Hashable, Sendable {
    case month(ScoreMonth)
    case quarter(year: Int, Int)

    /// Returns `nil` unless `text` is such as 2026-10 or 2026-Q4.
    package init?(_ text: String) {
        if let month = ScoreMonth(text) {
            self = .month(month)
            return
        }
        guard text.count == 7, text.dropFirst(4).hasPrefix("-Q"), let year = Int(text.prefix(4)),
            let quarter = text.last?.wholeNumberValue, (1...4).contains(quarter),
            ScoreMonth("\(text.prefix(4))-01") != nil
        else { return nil }
        self = .quarter(year: year, quarter)
    }

    /// The quarter in which a month lies.
    package static func quarter(of month: ScoreMonth) -> BulletinPeriod {
        .quarter(year: month.year, (month.month + 2) / 3)
    }

    package var text: String {
        switch self {
        case .month(let month): month.text
        case .quarter(let year, let quarter): "\(year)-Q\(quarter)"
        }
    }

    package var chinese: String {
        switch self {
        case .month(let month): month.chinese
        case .quarter(let year, let quarter): "\(year)年第\(["一", "二", "三", "四"][quarter - 1])季度"
        }
    }

    /// In order.
    package var months: [ScoreMonth] {
        switch self {
        case .month(let month): [month]
        case .quarter(let year, let quarter):
            (quarter * 3 - 2...quarter * 3).compactMap { ScoreMonth("\(year)-\($0 < 10 ? "0" : "")\($0)") }
        }
    }

    package var days: ClosedRange<Day> {
        let days = months.map(\.days)
        return (days.first?.lowerBound ?? .first)...(days.last?.upperBound ?? .first)
    }
}

extension BulletinPeriod: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let period = BulletinPeriod(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected a month or a quarter, found \(text)")
            )
        }
        self = period
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
