package import Casework

/// Every refusal of making and opening official documents.
package enum DecisionsError: Error, Hashable, Sendable {
    case noSuchCase(CaseFile.ID)
    /// The applicant's data was erased, so no document can name the applicant any more.
    case applicantErased(CaseFile.ID)
    /// The document's record cannot be read, or its file's key was destroyed.
    case fileGone(name: String, number: String)
}
