import Supervision

/// What can be done about an order, by whom.
enum OrderAct: String, Sendable, CaseIterable {
    case cosign, receive, reply, object, answer, conclude

    /// Whether supervisors do it, not the agency.
    var isJudging: Bool {
        switch self {
        case .cosign, .answer, .conclude: true
        case .receive, .reply, .object: false
        }
    }

    var heading: String {
        switch self {
        case .cosign: "会签"
        case .receive: "签收"
        case .reply: "报告整改情况"
        case .object: "申请复查"
        case .answer: "答复复查申请"
        case .conclude: "审定"
        }
    }

    /// What may be done about an order that stands so, in the order of the page.
    static func open(_ order: CorrectionOrder) -> [OrderAct] {
        let isAsked = order.objection.map { $0.answer == nil } ?? false
        let review: [OrderAct] = order.objection == nil ? [.object] : isAsked ? [.answer] : []
        return switch order.status {
        case .draft: [.cosign, .conclude]
        case .issued: [.receive, .conclude]
        case .running: [.reply] + review + [.conclude]
        case .replied: review + [.conclude]
        case .corrected, .notCorrected, .withdrawn: []
        }
    }
}
