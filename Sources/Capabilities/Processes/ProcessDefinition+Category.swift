extension ProcessDefinition {
    /// The category whose frame the process must satisfy; each kind of penalty procedure has its own.
    package enum Category: String, Hashable, Sendable, Codable, CaseIterable {
        case licensing
        case penaltySimple
        case penalty
        case penaltyHearing
        case coerciveMeasure
        /// Deposits are frozen: no thing changes hands, a bank holds them.
        case freezing
        case coerciveExecution
        /// Somebody does in the party's place, at its cost, what the party owes.
        case substituteExecution
        /// An agency that may not enforce asks the court to.
        case courtEnforcement
        case inspection
        case levy
        case charge
        case grant
        case confirmation
        case adjudication
        case reward
        case requisition
        case registration
        case other

        package var chinese: String {
            switch self {
            case .licensing: "行政许可"
            case .penaltySimple: "行政处罚（简易程序）"
            case .penalty: "行政处罚（普通程序）"
            case .penaltyHearing: "行政处罚（听证程序）"
            case .coerciveMeasure: "行政强制措施"
            case .freezing: "行政强制措施（冻结）"
            case .coerciveExecution: "行政强制执行"
            case .substituteExecution: "行政强制执行（代履行）"
            case .courtEnforcement: "申请人民法院强制执行"
            case .inspection: "行政检查"
            case .levy: "行政征收"
            case .charge: "行政收费"
            case .grant: "行政给付"
            case .confirmation: "行政确认"
            case .adjudication: "行政裁决"
            case .reward: "行政奖励"
            case .requisition: "行政征用"
            case .registration: "行政登记"
            case .other: "其他行政权力"
            }
        }
    }
}
