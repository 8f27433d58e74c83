package import Kernel
package import Parties

/// Every refusal of what is done with a request for information.
package enum InformationFault: Hashable, Sendable {
    case unknown
    case applicant(PartiesError)
    case stage(expected: [InformationRequest.Stage], found: InformationRequest.Stage)
    /// What is missing is asked once.
    case correctionAskedAlready
    case correctionTooLate(by: Day)
    /// Nobody is silent before the time for an answer is over.
    case correctionRuns(until: Day)
    case consultationRuns(until: Day)
    case consultationOpen
    case noConsultation
    case extensionProposedAlready
    case noExtensionProposed
    case extendedAlready
    /// An extension after the period has run out would undo being late.
    case extensionTooLate(due: Day)
    /// The head agrees, not the one who asked.
    case ownProposal
    case kindMissing
    case opinionMissing
    case groundMissing
    case groundWithoutWithholding
    /// No reply goes out while an opinion on it is awaited.
    case opinionAwaited
    /// A year is reported on when it is over, and not when everybody has forgotten it.
    case yearNotReportable(Int)
    case figureOutOfRange(greatest: Int)
}
