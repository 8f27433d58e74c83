import Casework
import HTML

/// What a line of the desk may show beside the number, in this order.
enum DeskColumn: String, Hashable, Sendable, CaseIterable {
    case item
    case code
    case applicant
    case stage
    case step
    case since
    case received
    case deadline
    case decision

    var chinese: String {
        switch self {
        case .item: "事项"
        case .code: "事项编码"
        case .applicant: "申请人、当事人"
        case .stage: "状态"
        case .step: "当前环节"
        case .since: "等待自"
        case .received: "收到"
        case .deadline: "期限"
        case .decision: "决定文号"
        }
    }

    static let usual: [DeskColumn] = [.item, .applicant, .step, .since, .deadline]

    /// Reads what was kept or sent; the usual ones where that names none.
    static func chosen(_ names: [String]) -> [DeskColumn] {
        let wanted = allCases.filter { names.contains($0.rawValue) }
        return wanted.isEmpty ? usual : wanted
    }
}
