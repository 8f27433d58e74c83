import Casework
import EventLog
import Kernel
import TimeLimits

/// Lets the planned cases happen in the order of time, with the timers of every day between them.
struct Simulation {
    let happenings: [any Happening]
    let clock: SimulatedClock
    /// What runs by itself: mornings and evenings of every day.
    let timers: @Sendable (Instant) async throws -> Void
    /// What is said to findings in the late afternoon of a working day.
    let findings: FindingRound
    let supervision: SupervisionRound
    let duties: DutyRound
    let letters: LetterRound
    let ratings: RatingRound
    let calendar: WorkingCalendar
    let progress: @Sendable (Day, Int) -> Void

    /// The next thing that happens to a case: its beginning (-1), or the beat of this ordinal.
    private struct Next {
        let at: Instant
        let happening: Int
        let beat: Int
    }

    /// Runs from the morning of `first` through the evening of `last`; returns how many moves were made.
    func run(from first: Day, through last: Day) async throws -> Int {
        var moves = 0
        var cases: [Int: CaseFile.ID] = [:]
        var agenda = agendaByDay(through: last)
        for ordinal in first.ordinal...last.ordinal {
            let day = Day(ordinal: ordinal)
            try await fire(Instant(day, hour: 8, minute: 30))
            for next in agenda.removeValue(forKey: day) ?? [] {
                clock.advance(to: next.at)
                try await make(next, &cases)
                moves += 1
            }
            if calendar.isWorkingDay(day) {
                clock.advance(to: Instant(day, hour: 17, minute: 30))
                try await findings.run(on: day)
                try await supervision.run(on: day)
                try await duties.run(on: day)
                try await letters.run(on: day)
                try await ratings.run(on: day)
            }
            try await fire(Instant(day, hour: 19))
            progress(day, moves)
        }
        return moves
    }

    private func agendaByDay(through last: Day) -> [Day: [Next]] {
        var all: [Next] = []
        for (index, happening) in happenings.enumerated() {
            all.append(Next(at: happening.beginsAt, happening: index, beat: -1))
            for (beat, moment) in happening.moments.enumerated() {
                all.append(Next(at: moment, happening: index, beat: beat))
            }
        }
        let happening = all.filter { $0.at.day <= last }
            .sorted { ($0.at, $0.happening, $0.beat) < ($1.at, $1.happening, $1.beat) }
        return Dictionary(grouping: happening, by: \.at.day)
    }

    private func make(_ next: Next, _ cases: inout [Int: CaseFile.ID]) async throws {
        let happening = happenings[next.happening]
        do {
            if next.beat < 0 {
                cases[next.happening] = try await happening.begin()
            } else if let id = cases[next.happening] {
                try await happening.make(beat: next.beat, in: id)
            }
        } catch {
            throw DemonstrationFault.refused(
                caseNumber: happening.label,
                move: "beat \(next.beat)",
                reason: "\(error)"
            )
        }
    }

    private func fire(_ moment: Instant) async throws {
        clock.advance(to: moment)
        try await timers(moment)
    }
}
