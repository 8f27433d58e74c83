import Access
import BlobStore
import Bookings
import Casework
import Catalog
import EventLog
import Participation
import Parties
import Processes
import TimeLimits

/// What the public reads when something is refused: status, code for programs, heading and one sentence.
///
/// Every case of every capability's error is worded once, in an exhaustive `switch`.
struct HallWording: Hashable, Sendable {
    let status: Int
    let code: String
    let heading: String
    /// What was expected and what was found, and what to do.
    let sentence: String
    /// The form field at fault, if it is one.
    let field: String?

    init(_ status: Int, _ code: String, _ heading: String, _ sentence: String, field: String? = nil) {
        self.status = status
        self.code = code
        self.heading = heading
        self.sentence = sentence
        self.field = field
    }

    /// Returns the words for a refusal; nil for what is no refusal but our own fault.
    static func of(_ error: any Error) -> HallWording? {
        switch error {
        case let error as AccessError: HallWording(error)
        case let error as CaseworkError: HallWording(error)
        case let error as CatalogError: HallWording(error)
        case let error as PartiesError: HallWording(error)
        case let error as ParticipationError: HallWording(error)
        case let error as BookingError: HallWording(error)
        case let error as EventLogError: HallWording(error)
        case let error as TimeLimitError: HallWording(error)
        case let error as ProcessRefusal: HallWording(error)
        case let error as BlobError: HallWording(error)
        default: nil
        }
    }
}
