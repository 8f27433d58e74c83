package import Casework
package import Kernel

/// Every refusal of making and opening official documents, and of keeping dossiers.
package enum DecisionsError: Error, Hashable, Sendable {
    case noSuchCase(CaseFile.ID)
    /// The applicant's data was erased, so no document can name the applicant any more.
    case applicantErased(CaseFile.ID)
    /// The document's record cannot be read, or its file's key was destroyed.
    case fileGone(name: String, number: String)
    case notClosed(CaseFile.ID)
    /// The decision can still be brought before reconsideration.
    case waitsForRemedies(until: Day, source: String)
    /// These papers were missing and have only now been made.
    case papersMade([String])
    case alreadyArchived(on: Day)
    case notArchived(CaseFile.ID)
    /// None of these posts, which keep or lend dossiers.
    case notKeeper([String])
    case dossierTooLarge(limit: Int, found: Int)
    case alreadyLent(due: Day)
    case notLent(CaseFile.ID)
    /// In days.
    case loanTooLong(limit: Int, found: Int)
    /// Who allows a loan is not who borrows.
    case ownLoan
    case ownReturn
    case borrowerUnknown(String)
    /// A document's own words cannot be drafted or put in force so.
    case wording(WordingFault)
}
