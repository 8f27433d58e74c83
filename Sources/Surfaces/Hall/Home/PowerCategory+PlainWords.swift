import Codes

extension PowerCategory {
    /// What the kind means to who has never heard its name.
    var plainWords: String {
        switch self {
        case .license: "先批准、后办的事"
        case .penalty: "违法了怎么罚"
        case .coercion: "查封、扣押、强制执行"
        case .levy: "依法征收"
        case .grant: "发给您的钱物和待遇"
        case .inspection: "上门检查"
        case .confirmation: "认定、证明、确认"
        case .reward: "表彰奖励"
        case .adjudication: "请机关裁断争议"
        case .other: "备案、审核等"
        case .requisition: "依法征用"
        case .registration: "登记"
        case .charge: "收费"
        case .publicService: "查询、咨询、领取等服务"
        }
    }
}
