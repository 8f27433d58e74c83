/// What looking into a complaint or a report has shown (查办结论).
package enum ComplaintOutcome: String, Hashable, Sendable, Codable, CaseIterable {
    case upheld
    case partlyUpheld
    case unfounded
    /// What was told could neither be shown nor ruled out.
    case unverifiable

    package var chinese: String {
        switch self {
        case .upheld: "属实"
        case .partlyUpheld: "部分属实"
        case .unfounded: "不属实"
        case .unverifiable: "无法查实"
        }
    }

    /// Whether something was wrong, so that something had to be done and a correction order may follow.
    package var isUpheld: Bool {
        switch self {
        case .upheld, .partlyUpheld: true
        case .unfounded, .unverifiable: false
        }
    }
}
