import Casework
import EventLog
import Kernel
import TimeLimits

/// Lets the planned cases happen in the order of time, with the timers of every day between them.
struct Simulation {
    let plans: [PlannedCase]
    let writer: CaseWriter
    let clock: SimulatedClock
    /// What runs by itself: mornings and evenings of every day.
    let timers: @Sendable (Instant) async throws -> Void
    /// What is said to findings in the late afternoon of a working day.
    let findings: FindingRound
    let calendar: WorkingCalendar
    let progress: @Sendable (Day, Int) -> Void

    /// The next thing that happens to a case: the application itself, or the beat of this ordinal.
    private struct Next {
        let at: Instant
        let plan: Int
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
            }
            try await fire(Instant(day, hour: 19))
            progress(day, moves)
        }
        return moves
    }

    private func agendaByDay(through last: Day) -> [Day: [Next]] {
        var all: [Next] = []
        for (index, plan) in plans.enumerated() {
            all.append(Next(at: plan.appliedAt, plan: index, beat: -1))
            for (beat, moment) in plan.moments.enumerated() { all.append(Next(at: moment, plan: index, beat: beat)) }
        }
        let happening = all.filter { $0.at.day <= last }
            .sorted { ($0.at, $0.plan, $0.beat) < ($1.at, $1.plan, $1.beat) }
        return Dictionary(grouping: happening, by: \.at.day)
    }

    private func make(_ next: Next, _ cases: inout [Int: CaseFile.ID]) async throws {
        let plan = plans[next.plan]
        guard next.beat >= 0 else {
            cases[next.plan] = try await writer.apply(plan).caseFile
            return
        }
        guard let id = cases[next.plan] else { return }
        let move = plan.story.beats[next.beat].move
        do {
            try await writer.make(move, ordinal: next.beat, in: id, of: plan)
        } catch {
            throw DemonstrationFault.refused(
                caseNumber: "\(plan.number) \(plan.story)",
                move: "\(move)",
                reason: "\(error)"
            )
        }
    }

    private func fire(_ moment: Instant) async throws {
        clock.advance(to: moment)
        try await timers(moment)
    }
}
