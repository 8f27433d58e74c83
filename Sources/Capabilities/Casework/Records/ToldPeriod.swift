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

    /// Returns the time that the latest urging before a step gives the party to perform, in days of the calendar after a day;
    /// `nil` when none was written, or it is over by then.
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 35(1), 37, 51.1(2), 54 (who does not perform within the time).
    static func urged(before step: Step, in written: [WrittenDocument], since day: Day) -> PartyTime.Granted? {
        let papers = urgings.filter { $0.step == step.kind }
        guard
            let paper = written.last(where: { paper in papers.contains { $0.name == paper.record.document } })?.record,
            let source = papers.first(where: { $0.name == paper.document })?.source,
            let until = Day(paper.text("until").trimmed), until > day
        else { return nil }
        return PartyTime.Granted(period: .calendarDays(until - day), source: source)
    }

    private static let urgings: [(name: String, step: StepKind, source: String)] = [
        ("催告书", .statement, "行政强制法§37"), ("申请强制执行催告书", .statement, "行政强制法§54"),
        ("代履行催告书", .execute, "行政强制法§51.1(二)"),
    ]

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
