package import Casework
package import EventLog
package import Kernel
import Parties

/// What everybody may know of a case that was not decided by its promised day: neither its number nor its party.
package struct PublicDelay: Hashable, Sendable {
    package let itemCode: String
    package let itemName: String
    package let agency: String
    package let promisedDue: Day
    /// `nil` while the case still waits.
    package let endedOn: Day?
    /// `nil` while the agency has not said why.
    package let reason: String?
}

/// The late cases of an agency or an item, with what the agencies say about them.
package struct DelayRecord {
    private let reading: EventReading
    private let today: Day

    /// Since ever, for whoever asks about one case.
    static let everyDay: ClosedRange<Day> = Day.first...Day.last

    package init(_ reading: EventReading, on today: Day) {
        self.reading = reading
        self.today = today
    }

    /// Returns the late cases with their reasons, the latest promised day first; the reasons are masked once more, since
    /// a policy that has become stricter also holds for what was written.
    package func delays(_ scope: LateScope, days: Int, limit: Int) throws -> [PublicDelay] {
        try late(scope, days: days, limit: limit).map { late in
            PublicDelay(
                itemCode: late.itemCode,
                itemName: late.itemName,
                agency: late.agency,
                promisedDue: late.promisedDue,
                endedOn: late.endedOn,
                reason: try reason(of: late.id).map(PersonalText.masked)
            )
        }
    }

    /// Returns what the agency said about one case; `nil` when it is not late or nothing was said.
    package func reason(of caseFile: CaseFile.ID) throws -> String? {
        try reading.state(Delay.self, caseFile.text).state.explained?.reason.value
    }

    /// Returns an agency's late cases about which it has said nothing, the longest waiting first.
    package func unexplained(of agency: String, days: Int, limit: Int) throws -> [LateCase] {
        try late(.agency(agency), days: days, limit: limit).filter { try reason(of: $0.id) == nil }.reversed()
    }

    /// Returns how every agency kept the promises that fell due in the last `days` days, by its identifier.
    package func figures(days: Int) throws -> [PromiseFigures] {
        try reading.reader.promiseFigures(in: reading.realm, promised: period(days), on: today)
    }

    private func late(_ scope: LateScope, days: Int, limit: Int) throws -> [LateCase] {
        try reading.reader.lateCases(in: reading.realm, of: scope, promised: period(days), on: today, limit: limit)
    }

    /// The promised days of the last `days` days; those of today are not over yet.
    private func period(_ days: Int) -> ClosedRange<Day> { (today + -days)...today }
}
