/// Why a part of a text is hidden; the code stands in the preview an officer approves, and in the record.
///
/// - Source: 行政处罚结果信息网上公示暂行办法; Administrative License Law (行政许可法) art. 5, 72(5);
///   市场监督管理行政处罚信息公示规定 art. 6.
package enum MaskReason: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    case name = "M01"
    case bystander = "M02"
    case identityNumber = "M03"
    case contact = "M04"
    case account = "M05"
    case address = "M06"
    case vehicle = "M07"
    case tradeSecret = "M08"
    case privacy = "M09"

    package var chinese: String {
        switch self {
        case .name: "当事自然人姓名"
        case .bystander: "其他自然人姓名"
        case .identityNumber: "身份证件号码"
        case .contact: "电话、邮箱等联系方式"
        case .account: "银行账号"
        case .address: "自然人住址"
        case .vehicle: "车辆号牌"
        case .tradeSecret: "商业秘密、未披露信息"
        case .privacy: "健康等个人隐私"
        }
    }

    package static func < (one: MaskReason, other: MaskReason) -> Bool { one.rawValue < other.rawValue }
}
