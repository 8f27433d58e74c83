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
        let clock = try DeadlineClock(start: publication.decidedOn, period: limit.period)
        let explanation = try DeadlineExplanation(clock, in: calendar, asOf: today)
        let shown = CaseDeadline.words(try explanation.standing(on: today, in: calendar), "个工作日")
        chip = DeadlineChip(
            shown.standing,
            remaining: shown.words,
            facts: [
                Definition("公开期限", "\(limit.period.chinese)（\(limit.source)）"), Definition("最迟公开日", day.chinese),
            ],
            stretches: explanation.stretches.map { .init($0.days, $0.treatment, reason: $0.reason) }
        )
        tone = shown.tone
    }
}
