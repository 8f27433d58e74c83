import Access
import Directory
import EventLog
import Kernel
import Participation
import Supervision

/// A complaint or report that was upheld, as supervisors see it: masked like for the public, and nothing of who wrote.
struct UpheldComplaint: Sendable {
    let id: Letter.ID
    let number: String
    let filedOn: Day
    let outcome: ComplaintOutcome
    let record: PublicLetter
    let division: String
    let isPublic: Bool
    let publishBy: Day
    /// The orders about it, oldest first.
    let orders: [OrderRow]

    /// Returns `nil` for what was not upheld, and for what was erased.
    init?(_ row: LetterRow, _ orders: [OrderRow], _ reading: EventReading) throws {
        let state = try reading.state(Letter.self, row.id.text).state
        guard let conclusion = state.conclusion, conclusion.outcome.isUpheld, let subject = state.subject,
            let record = try? state.publicLetter(hiding: [])
        else { return nil }
        id = row.id
        number = row.number
        filedOn = row.filedOn
        outcome = conclusion.outcome
        self.record = record
        division = subject.division
        isPublic = state.published != nil
        publishBy = conclusion.publication.day
        self.orders = orders
    }

    var place: Place { Place(agency: Agency.ID(record.agency), division: Division.Code(division)) }
}
