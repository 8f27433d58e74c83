package import Kernel

/// How long something is kept: a period, as long as the dossier it belongs to, or for ever.
///
/// Text form, as stored: `permanent`, `dossier`, or a period as `6mo`.
package enum Retention: Hashable, Sendable {
    case period(Period)
    case asDossier
    case permanent

    package init?(_ text: String) {
        switch text {
        case "permanent": self = .permanent
        case "dossier": self = .asDossier
        default:
            guard let period = Period(text) else { return nil }
            self = .period(period)
        }
    }

    /// Reads what lists write: 永久, 与案卷相同, 6个月, 3年; `nil` for other words.
    package init?(chinese words: String) {
        let words = words.trimmed
        if words == "永久" {
            self = .permanent
        } else if words.contains("案卷") {
            self = .asDossier
        } else if words.hasSuffix("个月"), let count = Int(words.dropLast(2)), count > 0 {
            self = .period(.months(count))
        } else if words.hasSuffix("年"), let count = Int(words.dropLast()), count > 0 {
            self = .period(.months(12 * count))
        } else {
            return nil
        }
    }

    package var text: String {
        switch self {
        case .period(let period): period.description
        case .asDossier: "dossier"
        case .permanent: "permanent"
        }
    }

    package var chinese: String {
        switch self {
        case .period(let period) where period.unit == .month && period.count.isMultiple(of: 12):
            "\(period.count / 12)年"
        case .period(let period): period.chinese
        case .asDossier: "与案卷相同"
        case .permanent: "永久"
        }
    }

    /// The longer of two; a dossier outlives every period of a recording.
    package func orLonger(_ other: Retention) -> Retention {
        switch (self, other) {
        case (.permanent, _), (_, .permanent): .permanent
        case (.asDossier, _), (_, .asDossier): .asDossier
        case (.period(let one), .period(let two)): one.roughDays >= two.roughDays ? self : other
        }
    }
}

extension Period {
    /// Long enough for telling which of two is longer.
    fileprivate var roughDays: Int {
        switch unit {
        case .month: count * 30
        case .calendarDay: count
        case .workingDay: count * 7 / 5
        case .hour: count / 24
        }
    }
}

extension Retention: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let retention = Retention(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected a retention, found \(text)")
            )
        }
        self = retention
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
