import Kernel

/// What the catalog says of the review itself: what is handed in, and how long it takes.
///
/// - Source: 国办发〔2018〕118号 part 4.
extension ReviewCatalog {
    /// The cases of the list under which a decision falls.
    package func entries(about facts: DecisionFacts) -> [Entry] {
        entries.filter { $0.meaning.contains { $0.covers(facts) } }
    }

    /// The materials of a cell, which stand between ；、, or on lines of their own.
    static func materials(in words: String) -> [String] {
        words.split { "；;、，,\n".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// Reads 5个工作日, 十个工作日, 10日; `nil` for words that set no time.
    static func limit(in words: String) -> Period? {
        let words = words.filter { !$0.isWhitespace }
        for (ending, unit) in [("个工作日", Period.Unit.workingDay), ("工作日", .workingDay), ("日", .calendarDay)]
        where words.hasSuffix(ending) {
            let number = String(words.dropLast(ending.count))
            guard let count = Int(number) ?? numerals.firstIndex(of: number).map({ $0 + 1 }), (1...366).contains(count)
            else { return nil }
            return Period(count, unit)
        }
        return nil
    }

    private static let numerals = [
        "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五",
    ]
}
