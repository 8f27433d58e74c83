import Processes

/// The word a decision's number bears, one series for each kind of decision of an agency and year.
enum DecisionSeries {
    static func word(_ category: ProcessDefinition.Category, _ kind: Decision.Kind) -> String {
        let burdens = kind == .imposed || kind == .granted
        return switch category {
        case .licensing: burdens ? "许准" : "许不准"
        case .penalty, .penaltyHearing: burdens ? "罚" : "不罚"
        case .penaltySimple: burdens ? "当罚" : "当不罚"
        case .coerciveMeasure: burdens ? "强措" : "不强措"
        case .freezing: burdens ? "冻结" : "不冻结"
        case .coerciveExecution: burdens ? "强执" : "不强执"
        case .substituteExecution: burdens ? "代履" : "不代履"
        case .courtEnforcement: burdens ? "申执" : "不申执"
        case .inspection: burdens ? "检" : "不检"
        case .levy: burdens ? "征" : "免征"
        case .charge: burdens ? "费" : "免费"
        case .grant: burdens ? "给" : "不给"
        case .confirmation: burdens ? "确" : "不确"
        case .adjudication: burdens ? "裁" : "不裁"
        case .reward: burdens ? "奖" : "不奖"
        case .requisition: burdens ? "用" : "不用"
        case .registration: burdens ? "登" : "不登"
        case .other: burdens ? "备" : "不备"
        }
    }
}
