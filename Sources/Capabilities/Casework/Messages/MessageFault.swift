/// Why a message is not sent in a case.
package enum MessageFault: Hashable, Sendable {
    /// The case is closed; what is asked afterwards is a letter.
    case closed
    /// The agency took the matter up itself; its party is heard by notice and statement.
    case exOfficio
    /// The officer neither does nor did a step of the case.
    case notInCharge
    /// The party wrote so often without an answer.
    case tooManyUnanswered(greatest: Int)
    case tooManyFiles(greatest: Int, found: Int)
    case tooLong(greatest: Int, found: Int)
    case empty
}
