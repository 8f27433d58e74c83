import HTML
import Kernel
import TimeLimits

/// One period that runs since a day, as a chip that opens to every day that counted.
struct PeriodDeadline: Sendable {
    let chip: DeadlineChip
    /// Whether the row of a list is marked.
    let tone: Tone?

    /// - Parameters:
    ///   - name: what the period is for.
    ///   - limit: the period and where it stands.
    ///   - start: the day it runs from.
    ///   - end: the day it ends, with its name.
    ///   - today: how it stands on.
    ///   - calendar: the working days.
    /// - Throws: `TimeLimitError` where the calendar ends.
    init(
        _ name: String,
        _ limit: SourcedPeriod,
        from start: Day,
        until end: (name: String, day: Day),
        on today: Day,
        in calendar: WorkingCalendar
    ) throws(TimeLimitError) {
        let explanation = try DeadlineExplanation(
            try DeadlineClock(start: start, period: limit.period),
            in: calendar,
            asOf: today
        )
        let unit = limit.period.unit == .workingDay ? "个工作日" : "日"
        let shown = CaseDeadline.words(try explanation.standing(on: today, in: calendar), unit)
        chip = DeadlineChip(
            shown.standing,
            remaining: shown.words,
            facts: [
                Definition(name, "\(limit.period.chinese)（\(limit.source)）"), Definition(end.name, end.day.chinese),
            ],
            stretches: explanation.stretches.map { .init($0.days, $0.treatment, reason: $0.reason) }
        )
        tone = shown.tone
    }
}
