import Law

/// From how much to how much, as statutes write it: 3以上不满5, 超过5万元10万元以下.
///
/// 以上 and 以下 include the number, 超过 and 不满 do not.
///
/// - Source: 民法典 art. 1259.
struct Band: Hashable {
    struct End: Hashable {
        let amount: Int64
        let isExcluded: Bool
    }

    /// `nil` where it begins with nothing.
    let from: End?
    /// `nil` where it has no end.
    let to: End?

    /// Reads a band whose amounts `amount` takes off the front of the text; `nil` for any other text.
    init?(_ text: some StringProtocol, amount: (inout Substring) -> Int64?) {
        var rest = Substring(text.filter { !$0.isWhitespace && $0 != "," && $0 != "，" })
        func end(_ isExcluded: Bool) -> End? { amount(&rest).map { End(amount: $0, isExcluded: isExcluded) } }

        var from: End?
        if rest.drop("超过") {
            guard let found = end(true) else { return nil }
            from = found
        } else if !rest.hasPrefix("不") {
            guard let found = end(false) else { return nil }
            guard rest.drop("以上") else {
                guard rest.isEmpty || rest == "以下" else { return nil }
                self.init(from: rest.isEmpty ? found : nil, to: found)
                return
            }
            from = found
        }
        guard !rest.isEmpty else {
            self.init(from: from, to: nil)
            return
        }
        let isOpen = rest.drop("不满")
        let isClosed = !isOpen && rest.drop("不超过")
        guard let to = end(isOpen), isOpen || isClosed || rest.drop("以下"), rest.isEmpty else { return nil }
        self.init(from: from, to: to)
    }

    private init(from: End?, to: End?) {
        self.from = from
        self.to = to
    }
}

extension Substring {
    /// Takes a word off the front; `false` where it does not stand there.
    mutating func drop(_ word: String) -> Bool {
        guard hasPrefix(word) else { return false }
        removeFirst(word.count)
        return true
    }

    /// Takes a number from 0 off the front, in digits or as statutes write it, 万 included; `nil` where there is none.
    mutating func dropNumber(decimals: Int) -> Int64? {
        let written = prefix { ("0"..."9").contains($0) || $0 == "." }
        let number: Int64?
        guard written.isEmpty else {
            removeFirst(written.count)
            // 18.5万 has more digits behind its point than what it counts.
            guard first == "万" else { return DecimalText.steps(String(written), decimals: decimals) }
            removeFirst()
            return DecimalText.steps(String(written), decimals: decimals + 4)
        }
        let words = prefix { $0 == "零" || $0 == "〇" || "一二两三四五六七八九十百千".contains($0) }
        removeFirst(words.count)
        let value = ["零", "〇"].contains(words) ? 0 : ChineseNumeral.value(words)
        number = value.flatMap { DecimalText.steps(String($0), decimals: decimals) }
        guard let number, first == "万" else { return number }
        removeFirst()
        let (product, overflow) = number.multipliedReportingOverflow(by: 10_000)
        return overflow ? nil : product
    }
}
