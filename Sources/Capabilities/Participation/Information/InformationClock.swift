package import Kernel
package import TimeLimits

/// The period of one reply as pinned when it began to run: its extension and the days that do not count.
///
/// - Source: 政府信息公开条例 art. 30, 33.
package struct InformationClock: Hashable, Sendable, Codable {
    /// The day that is not counted: the request came in, or what was missing did.
    package let from: Day
    package let reply: SourcedPeriod
    package private(set) var extended: SourcedPeriod?
    /// In order; only the last one may be open.
    package private(set) var consultations: [Consultation] = []

    /// The opinion of a third party or another agency is awaited.
    package struct Consultation: Hashable, Sendable, Codable {
        /// The day they received the letter; it still counts.
        package let from: Day
        /// The last day on which they answer, and that is excluded at most.
        package let until: Day
        /// The day the opinion came; `nil` while it is awaited.
        package internal(set) var ended: Day?

        package init(from: Day, until: Day) {
            self.from = from
            self.until = until
        }

        /// The last day that does not count.
        var last: Day { min(ended ?? until, until) }
    }

    package init(from: Day, reply: SourcedPeriod) {
        self.from = from
        self.reply = reply
    }

    mutating func extend(by period: SourcedPeriod) { extended = period }

    mutating func begin(_ consultation: Consultation) { consultations.append(consultation) }

    mutating func endConsultation(on day: Day) {
        guard !consultations.isEmpty else { return }
        consultations[consultations.count - 1].ended = day
    }

    package var isConsulting: Bool { consultations.last.map { $0.ended == nil } ?? false }

    /// Returns the last day on which the reply is in time.
    ///
    /// A consultation that began after the period had run out changes nothing.
    package func due(in calendar: WorkingCalendar) throws(TimeLimitError) -> Day {
        var count = reply.period.count + (extended?.period.count ?? 0)
        var due = try calendar.day(count, workingDaysAfter: from)
        for consultation in consultations where consultation.from < due && consultation.from < consultation.last {
            count += try calendar.workingDays(after: consultation.from, through: consultation.last)
            due = try calendar.day(count, workingDaysAfter: from)
        }
        return due
    }

    /// Returns how many working days do not count.
    package func excludedDays(in calendar: WorkingCalendar) throws(TimeLimitError) -> Int {
        let counted = reply.period.count + (extended?.period.count ?? 0)
        return try calendar.workingDays(after: from, through: due(in: calendar)) - counted
    }
}
