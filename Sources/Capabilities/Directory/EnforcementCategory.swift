/// A kind of administrative act as enforcement lists and certificates name it (执法类别).
///
/// - Source: 聊政办发〔2017〕74号 annexes 1 and 3; 中办发〔2015〕21号.
package enum EnforcementCategory: String, Hashable, Sendable, Codable, CaseIterable {
    case license
    case penalty
    case coercion
    case levy
    case grant
    case inspection
    case confirmation
    case reward
    case adjudication
    case expropriation
    case registration
    case charge
    case other

    package var chinese: String {
        switch self {
        case .license: "行政许可"
        case .penalty: "行政处罚"
        case .coercion: "行政强制"
        case .levy: "行政征收"
        case .grant: "行政给付"
        case .inspection: "行政检查"
        case .confirmation: "行政确认"
        case .reward: "行政奖励"
        case .adjudication: "行政裁决"
        case .expropriation: "行政征用"
        case .registration: "行政登记"
        case .charge: "行政收费"
        case .other: "其他行政权力"
        }
    }

    /// The names of `categories` in the order of the list, however they were collected.
    package static func listed(_ categories: Set<EnforcementCategory>) -> String {
        allCases.filter(categories.contains).map(\.chinese).joined(separator: "、")
    }
}
