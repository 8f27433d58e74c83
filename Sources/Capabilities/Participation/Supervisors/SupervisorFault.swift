package import Kernel

/// Every refusal of what public supervisors do and what is done about them.
package enum SupervisorFault: Hashable, Sendable {
    case unknown
    case unknownOpinion
    case unknownKind(String)
    case termReversed(from: Day, through: Day)
    case ended(on: Day)
    case notInOffice
    /// The officer's own division does not hold the supervisor's.
    case otherDivision
    /// An agency, item or case outside the supervisor's division.
    case outsideDivision
    /// A case the supervisor was not given to look at.
    case notInSample
    case sampleSize(expected: ClosedRange<Int>, found: Int)
    case daysReversed(from: Day, through: Day)
    case nothingToDraw
    case answered
}
