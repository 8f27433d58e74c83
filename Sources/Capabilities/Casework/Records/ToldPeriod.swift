import Kernel
import Processes

/// How long the party was told it has to answer: what a notice grants binds the agency that gave it.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 44, 45.
enum ToldPeriod {
    static let source = "行政处罚法§44、§45"

    /// Returns the period of the latest notice; `nil` when none was written, or none can be read any longer.
    static func latest(in written: [WrittenDocument]) -> Period? {
        written.reversed().lazy.filter { $0.record.document == "行政处罚告知书" }
            .compactMap { read($0.record.text("period")) }.first
    }

    /// Reads 三个工作日, 七日: the words that the form of the notice offers.
    static func read(_ words: String) -> Period? {
        for (ending, unit) in [("个工作日", Period.Unit.workingDay), ("日", .calendarDay)] where words.hasSuffix(ending) {
            let numeral = words.dropLast(ending.count)
            guard numeral.count == 1, let digit = numeral.first, let place = numerals.firstIndex(of: digit) else {
                continue
            }
            return Period(place + 1, unit)
        }
        return nil
    }

    private static let numerals = Array("一二三四五六七八九十")
}
