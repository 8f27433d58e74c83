/// The fields of an item by name: for 未填报, for what a category demands, for differences between versions.
package enum ItemField: String, Hashable, Sendable, Codable, CaseIterable {
    case code
    case name
    case category
    case agency
    case office
    case bases
    case levels
    case audience
    case statutoryLimit
    case promisedLimit
    case conditions
    case materials
    case fee
    case preference
    case permitName
    case place
    case hours
    case phone
    case complaintLine
    case rights
    case remedies
    case liability
    case questions
    case exercise
    case fields
    case process
    case form
    case secrecy

    package var chinese: String {
        switch self {
        case .code: "事项编码"
        case .name: "事项名称"
        case .category: "事项类型"
        case .agency: "实施主体"
        case .office: "承办机构"
        case .bases: "设定依据"
        case .levels: "行使层级"
        case .audience: "服务对象"
        case .statutoryLimit: "法定时限"
        case .promisedLimit: "承诺时限"
        case .conditions: "受理条件"
        case .materials: "申请材料"
        case .fee: "收费"
        case .preference: "优惠政策"
        case .permitName: "办理结果"
        case .place: "办理地点"
        case .hours: "办理时间"
        case .phone: "咨询电话"
        case .complaintLine: "监督投诉电话"
        case .rights: "权利"
        case .remedies: "救济渠道"
        case .liability: "责任追究"
        case .questions: "常见问题"
        case .exercise: "行使和办理方式"
        case .fields: "类别字段"
        case .process: "办理流程"
        case .form: "申请表"
        case .secrecy: "涉密依据"
        }
    }

    /// What a page shows where nothing was stated.
    package static let unstated = "未填报"
}

extension ItemContent {
    /// The fields of which nothing is stated, in the order of the guide; secrecy, and what no category must state, are no gap.
    package var unstated: [ItemField] {
        ItemField.allCases.filter { ![.secrecy, .fields].contains($0) && !isStated($0) }
    }

    package func isStated(_ field: ItemField) -> Bool {
        switch field {
        case .code: !code.isEmpty
        case .name: !name.isEmpty
        case .category: true
        case .agency: agency != nil
        case .office: office != nil
        case .bases: !bases.isEmpty
        case .levels: levels?.isEmpty == false
        case .audience: audience != nil
        case .statutoryLimit: statutoryLimit != nil
        case .promisedLimit: promisedLimit != nil
        case .conditions: conditions?.isEmpty == false
        case .materials: materials != nil
        case .fee: fee != nil
        case .preference: preference != nil
        case .permitName: permitName != nil
        case .place: place != nil
        case .hours: hours != nil
        case .phone: phone != nil
        case .complaintLine: complaintLine != nil
        case .rights: rights?.isEmpty == false
        case .remedies: remedies?.isEmpty == false
        case .liability: liability != nil
        case .questions: questions?.isEmpty == false
        case .exercise: exercise != nil
        case .fields: fields?.isEmpty == false
        case .process: process != nil
        case .form: form?.isEmpty == false
        case .secrecy: secrecy != nil
        }
    }
}
