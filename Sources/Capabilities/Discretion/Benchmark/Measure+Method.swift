extension Measure {
    /// By what means a power is used.
    ///
    /// - Source: 行政处罚法 art. 9 (kinds of penalty), 28 (correction); 国办发〔2022〕27号 (grant, levy, inspection, license).
    package enum Method: String, Hashable, Sendable, Codable, CaseIterable {
        case warning
        case publicCriticism
        case fine
        case confiscateGains
        case confiscateGoods
        case suspendPermit
        case lowerQualification
        case revokePermit
        case restrictBusiness
        case suspendBusiness
        case closeDown
        case restrictPractice
        case detention
        /// 责令改正, which is no penalty.
        case orderCorrection
        /// 补种: what a statute wants restored in kind.
        case restore
        case seal
        case payGrant
        case levy
        case reduceLevy
        case inspect
        case decideWithin

        /// Whether it is a penalty, whose extent the law fixes and a benchmark divides.
        package var isPenalty: Bool {
            switch self {
            case .warning, .publicCriticism, .fine, .confiscateGains, .confiscateGoods, .suspendPermit,
                .lowerQualification, .revokePermit, .restrictBusiness, .suspendBusiness, .closeDown, .restrictPractice,
                .detention:
                true
            case .orderCorrection, .restore, .seal, .payGrant, .levy, .reduceLevy, .inspect, .decideWithin: false
            }
        }

        package var chinese: String {
            switch self {
            case .warning: "警告"
            case .publicCriticism: "通报批评"
            case .fine: "罚款"
            case .confiscateGains: "没收违法所得"
            case .confiscateGoods: "没收非法财物"
            case .suspendPermit: "暂扣许可证件"
            case .lowerQualification: "降低资质等级"
            case .revokePermit: "吊销许可证件"
            case .restrictBusiness: "限制开展生产经营活动"
            case .suspendBusiness: "责令停产停业"
            case .closeDown: "责令关闭"
            case .restrictPractice: "限制从业"
            case .detention: "行政拘留"
            case .orderCorrection: "责令改正"
            case .restore: "责令恢复"
            case .seal: "查封、扣押"
            case .payGrant: "给付"
            case .levy: "征收"
            case .reduceLevy: "减征"
            case .inspect: "检查"
            case .decideWithin: "办结期限"
            }
        }
    }
}
