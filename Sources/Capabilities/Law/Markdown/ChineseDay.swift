package import Kernel

/// Days as official texts write them: 2019年4月23日.
package enum ChineseDay {
    /// Returns the day `text` begins with, and what follows it.
    package static func prefix(of text: some StringProtocol) -> (day: Day, rest: String)? {
        var rest = text[...]
        guard let year = number(&rest, "年"), let month = number(&rest, "月"), let day = number(&rest, "日"),
            let found = Day(year: year, month: month, day: day)
        else { return nil }
        return (found, StatuteText.trimmed(rest))
    }

    /// Returns the day from which a closing article says the text applies: 自2004年7月1日起施行.
    package static func inForce(in text: String) -> Day? {
        guard text.contains("施行") else { return nil }
        for index in text.indices where text[index] == "自" {
            if let (day, rest) = prefix(of: text[text.index(after: index)...]), rest.hasPrefix("起") { return day }
        }
        return nil
    }

    private static func number<Text: StringProtocol>(_ rest: inout Text, _ mark: Character) -> Int?
    where Text.SubSequence == Text {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard (1...4).contains(digits.count), rest.dropFirst(digits.count).first == mark else { return nil }
        rest = rest.dropFirst(digits.count + 1)
        return Int(digits)
    }
}
