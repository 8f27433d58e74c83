import HTML
import Kernel
import Participation
import TimeLimits

/// The period of a letter that runs now, as a chip that opens to every day that counted.
struct LetterDeadline: Sendable {
    let chip: DeadlineChip
    /// Whether the row of a list is marked.
    let tone: Tone?

    private init(chip: DeadlineChip, tone: Tone?) {
        self.chip = chip
        self.tone = tone
    }

    init(_ letter: Letter, on today: Day, in calendar: WorkingCalendar) throws(TimeLimitError) {
        guard let (name, due) = letter.due, let from = letter.clock?.from else {
            let words = letter.repliedOn.map { "\($0)答复" } ?? letter.stage.name.chinese
            self.init(chip: DeadlineChip(.closed, remaining: words), tone: nil)
            return
        }
        try self.init(name, due, from: from, on: today, in: calendar)
    }

    /// One period that runs since a day.
    init(
        _ name: String,
        _ due: LetterClock.Due,
        from: Day,
        on today: Day,
        in calendar: WorkingCalendar
    ) throws(TimeLimitError) {
        let shown = try PeriodDeadline(
            name,
            SourcedPeriod(due.limit.period, source: due.limit.source),
            from: from,
            until: ("届满日", due.day),
            on: today,
            in: calendar
        )
        chip = shown.chip
        tone = shown.tone
    }
}
