/// Why a legal review is not done, answered or settled so.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 58; 国办发〔2018〕118号 part 4.
package enum LegalReviewFault: Hashable, Sendable {
    /// Neither qualified nor a reviewer before the law asked for it; `isSelf` for who acts.
    case unqualified(officer: String, isSelf: Bool)
}
