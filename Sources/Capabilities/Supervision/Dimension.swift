/// What a rule looks at.
///
/// - Source: 政务公开、时效、流程、行为、异常 (川办发〔2011〕45号), with content, discretion, fees and risk of other systems.
package enum Dimension: String, Hashable, Sendable, Codable, CaseIterable {
    case time
    case flow
    case content
    case publicity
    case discretion
    case fee
    case conduct
    case risk
    case other

    package var chinese: String {
        switch self {
        case .time: "时效"
        case .flow: "流程"
        case .content: "内容"
        case .publicity: "公开"
        case .discretion: "裁量"
        case .fee: "收费"
        case .conduct: "行为"
        case .risk: "风险"
        case .other: "其他"
        }
    }
}
