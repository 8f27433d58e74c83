package import Kernel

/// Which cases of a list are wanted.
package struct CaseFilter: Hashable, Sendable {
    package enum Due: String, Hashable, Sendable, CaseIterable {
        case overdue
        /// Ends today or within the next days that `CaseFilter.soon` says.
        case soon

        package var chinese: String {
            switch self {
            case .overdue: "已超过期限"
            case .soon: "\(CaseFilter.soon) 日内到期"
            }
        }
    }

    /// In days, today not counted, as the law counts (民法典 §201).
    package static let soon = 7

    /// The item's code, or a part of its name; empty for all.
    package var item = ""
    package var due: Due?
    package var receivedFrom: Day?
    package var receivedTo: Day?

    package init() {}

    package var isOpen: Bool { self == CaseFilter() }

    package func fits(_ summary: CaseRowSummary, on today: Day) -> Bool {
        if !item.isEmpty, summary.itemCode != item, !summary.itemName.contains(item) { return false }
        if let receivedFrom, summary.receivedOn < receivedFrom { return false }
        if let receivedTo, summary.receivedOn > receivedTo { return false }
        guard let due else { return true }
        guard let day = [summary.answerDue, summary.promisedDue, summary.statutoryDue].compactMap(\.self).min(),
            summary.decidedOn == nil, summary.closedOn == nil
        else { return false }
        return switch due {
        case .overdue: day < today
        case .soon: day >= today && day <= today + CaseFilter.soon
        }
    }
}
