import Kernel
import TimeLimits

/// What is written for one period: its due day, or what is wrong with it.
struct DeadlineAnswer: Encodable {
    struct Fault: Error, Encodable {
        let expected: String
        let found: String
    }

    /// The period as it was given.
    let input: String
    /// A day, for hours a minute.
    let due: String?
    let provisional: Bool
    let error: Fault?
    /// Day by day, in Chinese; `nil` when not asked for or at fault.
    let explanation: [String]?

    /// Answers one line.
    ///
    /// - Parameters:
    ///   - line: a start and a length.
    ///   - calendar: the published working days.
    ///   - explains: whether the answer tells every day.
    init(line: String, in calendar: WorkingCalendar, explains: Bool) {
        input = line
        do {
            let reading = try DeadlineReading(line, in: calendar, explains: explains)
            due = reading.due
            provisional = reading.isProvisional
            explanation = explains ? reading.explanation : nil
            error = nil
        } catch {
            due = nil
            provisional = false
            explanation = nil
            self.error = error
        }
    }

    /// The line of plain output.
    var line: String {
        if let error { return "error: expected \(error.expected), found \(error.found)" }
        return (due ?? "") + (provisional ? " provisional" : "")
    }
}

/// A period read from a line and counted.
private struct DeadlineReading {
    let due: String
    let isProvisional: Bool
    let explanation: [String]

    init(_ line: String, in calendar: WorkingCalendar, explains: Bool) throws(DeadlineAnswer.Fault) {
        let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let start = words.first else {
            throw DeadlineAnswer.Fault(expected: "a start and a length as 2025-09-29 5wd", found: "an empty line")
        }
        guard Day(start.prefix(10)) != nil else {
            throw DeadlineAnswer.Fault(expected: "a start day YYYY-MM-DD", found: start.quoted)
        }
        let length = words.dropFirst().joined(separator: " ")
        guard let period = Period(length) else {
            let expected = "a length as 5wd, 90cd, 6mo or 24h, with or without roll"
            throw DeadlineAnswer.Fault(expected: expected, found: length.quoted)
        }
        self =
            switch period.unit {
            case .hour: try DeadlineReading(hours: period, from: start, in: calendar)
            case .workingDay, .calendarDay, .month:
                try DeadlineReading(days: period, from: start, in: calendar, explains: explains)
            }
    }

    private init(
        days period: Period,
        from start: String,
        in calendar: WorkingCalendar,
        explains: Bool
    ) throws(DeadlineAnswer.Fault) {
        guard let day = Day(start) else {
            throw DeadlineAnswer.Fault(expected: "a start day YYYY-MM-DD", found: start.quoted)
        }
        do {
            let clock = try DeadlineClock(start: day, period: period)
            let deadline = try clock.deadline(in: calendar)
            explanation = explains ? try DeadlineExplanation(clock, in: calendar, asOf: day).chineseLines : []
            switch deadline {
            case .due(let due, let isProvisional):
                self.due = due.description
                self.isProvisional = isProvisional
            case .stopped(let since, _, _):
                due = since.description
                isProvisional = true
            }
        } catch {
            throw error.fault
        }
    }

    private init(hours period: Period, from start: String, in calendar: WorkingCalendar) throws(DeadlineAnswer.Fault) {
        let parts = start.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(parts[0]), let minute = DeadlineReading.minute(parts[1]) else {
            throw DeadlineAnswer.Fault(expected: "for hours a start YYYY-MM-DDTHH:MM", found: start.quoted)
        }
        do {
            let moment = Instant(day, hour: minute / 60, minute: minute % 60)
            let end = try HourClock(start: moment, period: period).end(in: calendar)
            due = end.moment.minuteText.split(separator: " ").joined(separator: "T")
            isProvisional = end.isProvisional
            explanation = ["\(moment.minuteText) 起算，开始之时不计入；期限\(period.chinese)", "\(end.moment.minuteText) 届满"]
        } catch {
            throw error.fault
        }
    }

    private static func minute(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(digits.contains) }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
}

extension TimeLimitError {
    fileprivate var fault: DeadlineAnswer.Fault {
        switch self {
        case .outsideCalendar(let day, let years):
            .init(expected: "working days within \(years.lowerBound)–\(years.upperBound)", found: "\(day)")
        case .outsideDays(let last): .init(expected: "an end no later than \(last)", found: "a later one")
        case .resumedBeforeStopped(let span):
            .init(expected: "a stop that ends after it began", found: "\(span.stopped)")
        case .notPausable(let limit): .init(expected: "no stop of \(limit)", found: "one")
        case .hoursNeedMoment(let period): .init(expected: "days or months", found: "\(period)")
        case .yearsNotInRow(let years): .init(expected: "years in a row", found: "\(years)")
        }
    }
}
