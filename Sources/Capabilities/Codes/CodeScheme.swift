/// A way of writing codes that this program reads.
package enum CodeScheme: String, Hashable, Sendable, Codable, CaseIterable {
    case creditCode
    case organizationCode
    case identityNumber
    case division
    case nationalPower
    case implementedPower
    case handlingPower
    case sichuanPower
    case sichuanItemKey
    case guizhouPower
    case jiangsuPower
    case hubeiPower
    case jiangsuCase

    package var chinese: String {
        switch self {
        case .creditCode: "统一社会信用代码"
        case .organizationCode: "组织机构代码"
        case .identityNumber: "公民身份号码"
        case .division: "行政区划代码"
        case .nationalPower: "国家事项基本编码"
        case .implementedPower: "国家事项实施编码"
        case .handlingPower: "国家业务办理项编码"
        case .sichuanPower: "四川事项编码"
        case .sichuanItemKey: "四川实施事项编码"
        case .guizhouPower: "贵州事项基本编码"
        case .jiangsuPower: "江苏行政权力编码"
        case .hubeiPower: "湖北事项编码"
        case .jiangsuCase: "江苏案件号"
        }
    }
}
