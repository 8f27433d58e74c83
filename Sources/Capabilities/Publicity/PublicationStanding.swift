/// Where the publication of a decision stands, as lists say it.
package enum PublicationStanding: String, Hashable, Sendable, CaseIterable {
    /// To be published or proposed.
    case awaited
    /// Another officer is to look at it.
    case proposed
    /// Sent back by the reviewer.
    case returned
    /// Agreed to, and not yet published.
    case approved
    case exemptionAsked = "exemption_asked"
    case published
    case withdrawn
    case exempt
    case ended

    package var chinese: String {
        switch self {
        case .awaited: "待公开"
        case .proposed: "待公开前审核"
        case .returned: "审核退回"
        case .approved: "审核通过，待公开"
        case .exemptionAsked: "申请不予公开，待批准"
        case .published: "已公开"
        case .withdrawn: "已撤下"
        case .exempt: "依法不予公开"
        case .ended: "提前停止公示"
        }
    }

    /// What an agency still has to do something about.
    package static let open: [PublicationStanding] = [.awaited, .returned, .proposed, .approved, .exemptionAsked]
}
