/// How grave a finding is; a higher one of the same matter takes the place of the lower ones.
///
/// - Source: 提醒、预警（黄牌）、报警（红牌） of the real systems; `warning` is the soft anomaly between them.
package enum FindingLevel: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    case reminder
    case warning
    case yellowCard
    case redCard

    package var chinese: String {
        switch self {
        case .reminder: "提醒"
        case .warning: "异常"
        case .yellowCard: "黄牌"
        case .redCard: "红牌"
        }
    }

    /// From 0; the order of gravity, as stored.
    package var rank: Int {
        switch self {
        case .reminder: 0
        case .warning: 1
        case .yellowCard: 2
        case .redCard: 3
        }
    }

    /// Whether the agency owes an explanation.
    package var isCard: Bool { self >= .yellowCard }

    package static func < (left: FindingLevel, right: FindingLevel) -> Bool { left.rank < right.rank }
}
