/// Why a case does not go to another agency.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 22–25; 市场监督管理行政处罚程序规定 §14.
package enum HandoverFault: Hashable, Sendable {
    /// Neither an item in the system nor an agency outside it is named, or both.
    case recipientUnclear
    case onApplication
    /// The item is the agency's own.
    case ownItem
    /// The item is a power of another kind.
    case otherCategory(found: String)
    case noSuchItem(String)
    /// The case came by a handover itself: it goes on only as the common superior designates.
    case designationMissing
}
