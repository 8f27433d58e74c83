/// Numbers as statutes write them: 第一百二十六条 is 126.
package enum ChineseNumeral {
    private static let digits: [Character: Int] = [
        "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
    private static let names = Array("零一二三四五六七八九")

    /// Whether the character may stand in such a number.
    package static func contains(_ character: Character) -> Bool { digits[character] != nil || units[character] != nil }

    /// Returns the number, 1 to 9999, or `nil` when `text` is not one; ASCII digits are read as well.
    package static func value(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.count <= 9 else { return nil }
        if text.allSatisfy({ $0.isASCII && $0.isNumber }) {
            return Int(text).flatMap { (1...9999).contains($0) ? $0 : nil }
        }
        var total = 0
        var digit: Int?
        var lastUnit = 10_000
        for character in text {
            if let unit = units[character] {
                // 十二 has no digit before its ten, and 一百十二 is written too.
                guard unit < lastUnit, digit != 0, digit != nil || unit == 10 else { return nil }
                total += (digit ?? 1) * unit
                lastUnit = unit
                digit = nil
            } else if let value = digits[character] {
                guard digit == nil || digit == 0 else { return nil }
                digit = value
            } else {
                return nil
            }
        }
        total += digit ?? 0
        return (1...9999).contains(total) ? total : nil
    }

    /// Returns the number in Chinese: 126 is 一百二十六; outside 1 to 9999 it stays in digits.
    package static func text(_ number: Int) -> String {
        guard (1...9999).contains(number) else { return String(number) }
        var text = ""
        var rest = number
        var skipped = false
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = rest / unit
            rest %= unit
            guard digit > 0 else {
                skipped = !text.isEmpty
                continue
            }
            if skipped { text += "零" }
            skipped = false
            text += (unit == 10 && digit == 1 && text.isEmpty ? "" : String(names[digit])) + name
        }
        return text
    }
}
