package import Kernel
import TimeLimits

/// The periods of one letter as pinned when they began to run, with the days they led to.
package struct LetterClock: Hashable, Sendable, Codable {
    /// The day that is not counted: the letter came in, was passed on, or was opened again.
    package let from: Day
    /// `nil` where every letter is answered.
    package let acceptance: Due?
    package let reply: Due

    /// One period and its last day.
    package struct Due: Hashable, Sendable, Codable {
        package let limit: ParticipationClocks.Limit
        package let day: Day

        init(_ limit: ParticipationClocks.Limit, on day: Day) {
            self.limit = limit
            self.day = day
        }

        init(_ limit: ParticipationClocks.Limit, from start: Day, in calendar: WorkingCalendar) throws {
            self.init(limit, on: try limit.day(from: start, in: calendar))
        }
    }

    /// Pins the periods of a kind of letter.
    static func starting(
        on day: Day,
        for kind: LetterKind,
        asksAcceptance: Bool = true,
        _ clocks: ParticipationClocks,
        in calendar: WorkingCalendar
    ) throws -> LetterClock {
        LetterClock(
            from: day,
            acceptance: try clocks.acceptance(of: kind).flatMap { limit in
                asksAcceptance ? try Due(limit, from: day, in: calendar) : nil
            },
            reply: try Due(clocks.reply(to: kind), from: day, in: calendar)
        )
    }
}
