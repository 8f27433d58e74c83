package import EventLog
package import Kernel
package import TimeLimits

/// A supervisor entered a patrol.
package struct PatrolRecorded: EventPayload {
    package static let type = "Patrols.Recorded"
    package let number: Int
    package let patrol: Patrol
}

/// Every fact about the patrols of one keeper and month.
package enum PatrolEvent: EventFamily {
    case recorded(PatrolRecorded)

    package static let members: [EventMember<PatrolEvent>] = [EventMember(PatrolRecorded.self, PatrolEvent.recorded)]

    package var payload: any EventPayload {
        switch self {
        case .recorded(let payload): payload
        }
    }
}

/// What the supervisors of a division or an agency looked at in one month (巡查记录); an entry is never changed.
package struct PatrolLog: Aggregate {
    package static let category = "patrols"

    package static func key(_ keeper: PatrolKeeper, _ month: ScoreMonth) -> String { "\(keeper.text):\(month.text)" }

    package struct Entry: Hashable, Sendable {
        /// From 1 within the month.
        package let number: Int
        package let patrol: Patrol
        /// The officer who went.
        package let by: String
        package let enteredAt: Instant
    }

    /// In the order in which they were entered.
    package private(set) var entries: [Entry] = []

    package init() {}

    package mutating func evolve(_ event: PatrolEvent, _ envelope: Envelope) {
        switch event {
        case .recorded(let event):
            entries.append(
                Entry(
                    number: event.number,
                    patrol: event.patrol,
                    by: envelope.actor.id,
                    enteredAt: envelope.recordedAt
                )
            )
        }
    }

    /// Returns the working days of a month up to `today` on which fewer patrols were made than are owed, and how many.
    ///
    /// Today counts as missed only when it is over, and no day before the program was in use.
    package func missed(
        in month: ScoreMonth,
        since begun: Day,
        before today: Day,
        owed: Int,
        _ calendar: WorkingCalendar
    ) -> [(day: Day, made: Int)] {
        let made = Dictionary(entries.map { ($0.patrol.on, 1) }, uniquingKeysWith: +)
        let (first, last) = (max(month.days.lowerBound, begun), min(month.days.upperBound, today - 1))
        guard first <= last else { return [] }
        return (0...(last - first)).map { first + $0 }
            .filter { calendar.isWorkingDay($0) && (made[$0] ?? 0) < owed }
            .map { ($0, made[$0] ?? 0) }
    }
}

extension EventReading {
    /// The day on which the realm recorded its first event: before it nothing was owed here; `nil` in an empty log.
    package var firstDay: Day? {
        get throws { try events(from: 0, limit: 1).first?.envelope.recordedAt.day }
    }
}
