import Casework
package import EventLog
import Kernel
package import TimeLimits

/// One finding with everything that is known of it: its case, its life, and how the days were counted.
package struct FindingRecord: Sendable {
    package let matter: FindingMatter
    package let raised: FindingRaised
    package let finding: Finding
    /// What was recorded about this finding, oldest first; the first one is that it was raised.
    package let life: [RecordedEvent]
    /// `nil` where no days are counted for it.
    package let counted: DeadlineExplanation?
}

extension EventReading {
    /// Returns finding `number` of a case or of an agency's staff, or `nil` when there is none.
    ///
    /// The days are counted from what the case was when the finding was raised.
    ///
    /// - Parameters:
    ///   - number: from 1 within the case or agency.
    ///   - matter: the case, or the agency.
    ///   - calendar: the published working days.
    /// - Returns: the finding, or `nil`.
    /// - Throws: what the database and the calendar throw.
    package func findingRecord(
        _ number: Int,
        of matter: FindingMatter,
        in calendar: WorkingCalendar
    ) throws -> FindingRecord? {
        let all = try events(of: Findings.stream(matter.text))
        let life = all.filter { $0.as(FindingEvent.self)?.finding == number }
        guard let first = life.first, case .raised(let raised)? = first.as(FindingEvent.self) else { return nil }
        var findings = Findings()
        var point: DuePoint?
        for event in all {
            guard let fact = event.as(FindingEvent.self) else { continue }
            if event.position == first.position {
                point = findings.watched.first { $0.key == raised.breach.key }
            }
            findings.evolve(fact, event.envelope)
        }
        return FindingRecord(
            matter: matter,
            raised: raised,
            finding: try findings.finding(number),
            life: life,
            counted: try point.flatMap { point in
                try matter.caseFile.flatMap { try counted(point, $0, before: first, calendar) }
            }
        )
    }

    private func counted(
        _ point: DuePoint,
        _ caseFile: CaseFile.ID,
        before event: RecordedEvent,
        _ calendar: WorkingCalendar
    ) throws -> DeadlineExplanation? {
        guard let period = point.period, period.unit != .hour else { return nil }
        var state = CaseFile()
        for past in try history(of: caseFile) where past.position < event.position {
            if let fact = past.as(CaseFileEvent.self) { state.evolve(fact, past.envelope) }
        }
        let isDecision = point.basis == .promised || point.basis == .statutory
        let clock = try DeadlineClock(
            start: point.start,
            period: period,
            prolongations: isDecision ? state.clock?.prolongations ?? [] : [],
            excluded: (state.clock?.excluded ?? []).filter { $0.ended.map { $0 > point.start } ?? true }
        )
        return try DeadlineExplanation(clock, in: calendar, asOf: event.envelope.recordedAt.day)
    }
}

extension FindingEvent {
    /// The number of the finding it tells of; `nil` for what concerns the whole case.
    package var finding: Int? {
        switch self {
        case .raised(let event): event.number
        case .released(let event): event.number
        case .explained(let event): event.number
        case .lapsed(let event): event.number
        case .accepted(let event): event.number
        case .withdrawn(let event): event.number
        case .planned, .failed, .recovered: nil
        }
    }
}
