extension Extent {
    /// As a cell writes it, with its ends as they are: 5万元以上不满18.5万元, 违法所得的1倍以上5倍以下.
    var writing: String {
        let stem = base.map { "\($0)的" } ?? ""
        if least == greatest, !isLeastExcluded, !isGreatestExcluded { return stem + text(least) }
        let from = isLeastExcluded ? "超过\(text(least))" : least == 0 ? "" : "\(text(least))以上"
        return stem + from + (isGreatestExcluded ? "不满\(text(greatest))" : "\(text(greatest))以下")
    }

    /// Reads what `writing` writes, and what statutes write: 一千元以上五千元以下; `nil` for any other text.
    init?(writing text: some StringProtocol) {
        var range = Substring(text)
        var base: String?
        if let mark = range.lastIndex(of: "的") {
            base = String(range[..<mark])
            range = range[range.index(after: mark)...]
        }
        var units: [Unit] = []
        let band = Band(range) { rest in
            guard let (unit, amount) = Extent.amount(&rest, after: units.last) else { return nil }
            units.append(unit)
            return amount
        }
        guard let band, let to = band.to, let unit = units.first, Set(units).count == 1 else { return nil }
        self.init(
            unit,
            from: band.from?.amount ?? 0,
            to: to.amount,
            isLeastExcluded: band.from?.isExcluded ?? false,
            isGreatestExcluded: to.isExcluded,
            of: base?.isEmpty == false ? base : nil
        )
    }

    /// Takes an amount off the front; `known` is what the one before counts, as 每年1次以上4次以下 says 每年 once.
    private static func amount(_ rest: inout Substring, after known: Unit?) -> (Unit, Int64)? {
        let said: Unit? =
            rest.drop("每单位") ? .perUnit : rest.drop("每日") ? .perDay : rest.drop("每年") ? .timesAYear : nil
        let isShared = known == .perUnit || known == .perDay || known == .timesAYear
        let prefix = said ?? (isShared ? known : nil)
        for (word, unit) in [
            ("元", prefix ?? .money), ("倍", .multiple), ("%", .percent), ("％", .percent), ("日", .days), ("天", .days),
            ("个月", .months), ("次", .timesAYear),
        ] where prefix == nil || prefix == unit {
            var tried = rest
            guard let amount = tried.dropNumber(decimals: unit.decimals), tried.drop(word) else { continue }
            guard unit != .timesAYear || prefix == .timesAYear else { return nil }
            rest = tried
            return (unit, amount)
        }
        return nil
    }
}

extension Extent.Unit {
    /// How many decimals its steps stand for.
    var decimals: Int {
        switch self {
        case .money, .multiple, .percent, .perUnit, .perDay: 2
        case .days, .months, .timesAYear: 0
        }
    }
}
