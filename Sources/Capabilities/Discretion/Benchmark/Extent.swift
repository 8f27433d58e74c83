package import Kernel

/// From how much to how much (幅度), in whole steps of a unit.
package struct Extent: Hashable, Sendable, Codable {
    package enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
        /// Fen.
        case money
        /// Hundredths of the base: 150 is 1.5倍.
        case multiple
        /// Hundredths of a percent of the base: 500 is 5%.
        case percent
        /// Fen for each of what the base counts.
        case perUnit
        /// Fen for each day.
        case perDay
        case days
        case months
        case timesAYear
    }

    package let unit: Unit
    package let least: Int64
    package let greatest: Int64
    /// 超过 instead of 以上.
    package let isLeastExcluded: Bool
    /// 不满 instead of 以下.
    package let isGreatestExcluded: Bool
    /// What is multiplied: 违法所得, 盗伐林木价值, 株.
    package let base: String?

    package init(
        _ unit: Unit,
        from least: Int64,
        to greatest: Int64,
        isLeastExcluded: Bool = false,
        isGreatestExcluded: Bool = false,
        of base: String? = nil
    ) {
        self.unit = unit
        self.least = least
        self.greatest = greatest
        self.isLeastExcluded = isLeastExcluded
        self.isGreatestExcluded = isGreatestExcluded
        self.base = base
    }

    /// The steps it holds; empty when it is written the wrong way round.
    package var steps: Range<Int64> {
        let (lower, below) = least.addingReportingOverflow(isLeastExcluded ? 1 : 0)
        let (upper, above) = greatest.addingReportingOverflow(isGreatestExcluded ? 0 : 1)
        return below || above || lower > upper ? least..<least : lower..<upper
    }

    /// Whether two extents count the same thing.
    package func isComparable(with other: Extent) -> Bool { unit == other.unit && base == other.base }

    /// Returns the least and the greatest amount of money, ends included.
    ///
    /// - Parameter base: fen for a multiple or percentage, a count for the others; not asked for a fixed amount.
    /// - Returns: `nil` when the extent is no money, the base is missing, or the product is beyond any budget.
    package func amounts(of base: Int64? = nil) -> ClosedRange<Money>? {
        guard !steps.isEmpty else { return nil }
        let divisor: Int64
        let factor: Int64
        switch unit {
        case .money: (factor, divisor) = (1, 1)
        case .multiple: (factor, divisor) = (base ?? -1, 100)
        case .percent: (factor, divisor) = (base ?? -1, 10_000)
        case .perUnit, .perDay: (factor, divisor) = (base ?? -1, 1)
        case .days, .months, .timesAYear: return nil
        }
        guard factor >= 0 else { return nil }
        let (low, lowOverflow) = least.multipliedReportingOverflow(by: factor)
        let (high, highOverflow) = greatest.multipliedReportingOverflow(by: factor)
        guard !lowOverflow, !highOverflow else { return nil }
        // Rounded inward, an excluded end by one fen: nothing outside is ever inside, and neighbours leave no gap.
        let (floor, rest) = low.quotientAndRemainder(dividingBy: divisor)
        let (top, over) = high.quotientAndRemainder(dividingBy: divisor)
        return Extent.range(
            from: floor + (rest > 0 || isLeastExcluded ? 1 : 0),
            to: top - (over == 0 && isGreatestExcluded ? 1 : 0)
        )
    }

    private static func range(from low: Int64, to high: Int64) -> ClosedRange<Money>? {
        low <= high ? Money(fen: low)...Money(fen: high) : nil
    }

    private enum CodingKeys: String, CodingKey {
        case unit, least, greatest, isLeastExcluded, isGreatestExcluded, base
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        unit = try values.decode(Unit.self, forKey: .unit)
        least = try values.decode(Int64.self, forKey: .least)
        greatest = try values.decode(Int64.self, forKey: .greatest)
        isLeastExcluded = try values.decodeIfPresent(Bool.self, forKey: .isLeastExcluded) ?? false
        isGreatestExcluded = try values.decodeIfPresent(Bool.self, forKey: .isGreatestExcluded) ?? false
        base = try values.decodeIfPresent(String.self, forKey: .base)
    }
}

extension Extent {
    /// 5万元以上不满18.5万元; 盗伐林木价值的5倍以上7倍以下.
    package var chinese: String {
        let stem = base.map { "\($0)的" } ?? ""
        if steps.count == 1, let only = steps.first { return stem + text(only) }
        let from = isLeastExcluded ? "超过\(text(least))" : "\(text(least))以上"
        let to = isGreatestExcluded ? "不满\(text(greatest))" : "\(text(greatest))以下"
        return least == 0 && !isLeastExcluded ? stem + to : stem + from + to
    }

    func text(_ steps: Int64) -> String {
        switch unit {
        case .money: Extent.yuan(steps)
        case .multiple: DecimalText(steps, decimals: 2).text + "倍"
        case .percent: DecimalText(steps, decimals: 2).text + "%"
        case .perUnit: "每单位" + Extent.yuan(steps)
        case .perDay: "每日" + Extent.yuan(steps)
        case .days: "\(steps)日"
        case .months: "\(steps)个月"
        case .timesAYear: "每年\(steps)次"
        }
    }

    /// 18.5万元 where it stays short, else yuan.
    private static func yuan(_ fen: Int64) -> String {
        fen >= 1_000_000 && fen % 10_000 == 0
            ? DecimalText(fen / 10_000, decimals: 2).text + "万元" : DecimalText(fen, decimals: 2).text + "元"
    }
}
