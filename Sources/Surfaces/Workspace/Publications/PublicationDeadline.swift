import HTML
import Kernel
import Publicity
import TimeLimits

/// By when a decision must be public, as a chip.
struct PublicationDeadline: Sendable {
    let chip: DeadlineChip
    /// Whether the row of a list is marked.
    let tone: Tone?

    /// - Parameters:
    ///   - publication: the decision in its queue.
    ///   - limit: the ceiling of its category.
    ///   - today: how it stands on.
    ///   - calendar: the working days.
    /// - Throws: `TimeLimitError` where the calendar ends.
    init(
        _ publication: AwaitedPublication,
        _ limit: SourcedPeriod,
        on today: Day,
        in calendar: WorkingCalendar
    ) throws(TimeLimitError) {
        guard PublicationStanding.open.contains(publication.standing), let day = publication.publishBy else {
            chip = DeadlineChip(.closed, remaining: publication.standing.chinese)
            tone = nil
            return
        }
        let shown = try PeriodDeadline(
            "公开期限",
            limit,
            from: publication.decidedOn,
            until: ("最迟公开日", day),
            on: today,
            in: calendar
        )
        chip = shown.chip
        tone = shown.tone
    }
}
