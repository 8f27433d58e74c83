package import Kernel

/// Why a legal review is not done, answered or settled so.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 58; 国办发〔2018〕118号 part 4.
package enum LegalReviewFault: Hashable, Sendable {
    /// Neither qualified nor a reviewer before the law asked for it; `isSelf` for who acts.
    case unqualified(officer: String, isSelf: Bool)
    case notWaiting
    /// Somebody else has the turn.
    case waits(LegalReview.Phase)
    /// Wanted by the catalog, or asked for, and neither in the file nor confirmed.
    case materialsMissing([String])
    /// The act names no material, or no defect.
    case nothingNamed(CaseVerb)
    /// The paper of an opinion against the decision finds every element as it must be.
    case nothingWanting
    /// Nobody wants this material.
    case notWanted(String)
    /// The file has no such paper.
    case notFiled(String)
    case nothingAsked
    case notOpposed
    case contestLate(last: Day)
    case notContested
    /// Who opposed does not answer while another, whose name this is, may.
    case anotherReviewer(String)
    case notMaintained
}
