import Casework
package import Kernel

/// One field under which a decision is published: its name in lists and files, and what it means.
///
/// Page, files and dictionary are all made from it, so they cannot differ.
///
/// - Source: 发改办财金〔2018〕424号 (双公示 fields of licenses and penalties); 国办发〔2018〕118号 (执法机关、对象、类别、结论).
package struct PublishedField: Sendable {
    /// The name in csv and json, never changed once published.
    package let code: String
    package let chinese: String
    package let meaning: String
    private let read: @Sendable (PublicRecord.Entry, Day) -> String?

    package func value(of entry: PublicRecord.Entry, on today: Day) -> String? { read(entry, today) }

    /// Returns the fields of a category in the order of the official list; the party's code and representative only where
    /// the law lets them be shown.
    package static func fields(of category: String?) -> [PublishedField] {
        switch category {
        case nil, "01": license
        case "02": penalty
        default: other
        }
    }

    /// Returns names and values as a page shows them: what may come to pass later stands there once it has.
    package static func shown(
        _ entry: PublicRecord.Entry,
        on today: Day
    ) -> [(name: String, value: String?)] {
        fields(of: entry.decision.category).compactMap { field in
            let value = field.value(of: entry, on: today)
            let isOptional = later.contains(field.code) || entry.decision.penalty != nil && ifAny.contains(field.code)
            return value == nil && isOptional ? nil : (field.chinese, value)
        }
    }

    private static let later: Set<String> = ["status_on", "status_ground"]
    /// What not every penalty has.
    private static let ifAny: Set<String> = ["fine", "confiscated", "permits_taken", "valid_through"]

    /// Every field of any category, as the columns of the open data.
    package static let all: [PublishedField] =
        (other + penalty).reduce(into: license) { all, field in
            if !all.contains(where: { $0.code == field.code }) { all.append(field) }
        }

    private static let license: [PublishedField] =
        party + [
            Self("document_name", "许可决定文书名称", "决定文书的标题") { $0.decision.documentName },
            Self("document_number", "许可决定文书号", "机关代字、年份、序号；唯一") { $0.decision.documentNumber },
            Self("license_kind", "许可类别", "普通、特许、认可、核准、登记、其他（行政许可法§12）；事项没有填报为空") {
                $0.decision.licenseKind
            },
            Self("item_name", "事项", "目录中的事项名称") { $0.decision.itemName },
            Self("permit_name", "许可证书名称", "核发的证照名称；没有证照为空") { $0.decision.permitName },
            Self("permit_number", "许可编号", "证照编号；没有证照为空") { $0.decision.permitNumber },
            Self("content", "许可内容", "准予的内容，个人信息已隐去") { $0.decision.content },
            Self("decided_on", "许可决定日期", "年-月-日") { $0.decision.decidedOn.description },
            Self("valid_from", "有效期自", "年-月-日；没有期限为空") { $0.decision.validFrom?.description },
            Self("valid_through", "有效期至", "年-月-日，含当日；没有期限为空") { $0.decision.validThrough?.description },
            Self("agency_name", "许可机关", "作出决定的机关") { $0.decision.agencyName },
            Self("agency_code", "许可机关统一社会信用代码", "18 位") { $0.decision.agencyCode },
            PublishedField(code: "status", chinese: "当前状态", meaning: "有效、已到期、已注销、中止执行、终结、终止") {
                $0.status(on: $1)
            },
            stateDay,
            Self("status_ground", "注销的理由", "依行政许可法§70；没有注销为空") { $0.cancellation?.ground.chinese },
            Self("source_name", "数据来源单位", "填报数据的机关") { $0.decision.agencyName },
            Self("source_code", "数据来源单位统一社会信用代码", "18 位") { $0.decision.agencyCode },
            Self("remarks", "备注", "公开时的说明，个人信息已隐去") { $0.decision.remarks },
        ] + publication

    private static let other: [PublishedField] =
        party + [
            Self("document_name", "执法文书名称", "决定文书的标题") { $0.decision.documentName },
            Self("document_number", "执法文书号", "机关代字、年份、序号；唯一") { $0.decision.documentNumber },
            Self("item_name", "执法事项", "目录中的事项名称") { $0.decision.itemName },
            Self("content", "执法结论", "决定的内容，个人信息已隐去") { $0.decision.content },
            Self("decided_on", "决定日期", "年-月-日") { $0.decision.decidedOn.description },
            Self("agency_name", "执法机关", "作出决定的机关") { $0.decision.agencyName },
            Self("agency_code", "执法机关统一社会信用代码", "18 位") { $0.decision.agencyCode },
            Self("performance", "履行状态", "已履行、分期履行、强制执行、申请法院强制执行、中止执行、终结") {
                $0.performance?.chinese
            },
            stateDay,
            Self("remarks", "备注", "公开时的说明，个人信息已隐去") { $0.decision.remarks },
        ] + publication

    /// What a penalty must be listed with; what a record of earlier days does not tell stays empty.
    private static let penalty: [PublishedField] =
        party + [
            Self("document_name", "处罚决定书名称", "决定文书的标题") { $0.decision.documentName },
            Self("document_number", "处罚决定书文号", "机关代字、年份、序号；唯一") { $0.decision.documentNumber },
            Self("item_name", "执法事项", "目录中的事项名称") { $0.decision.itemName },
            Self("violation", "违法行为类型", "行政相对人违反的具体规定") { $0.decision.penalty?.violation },
            Self("facts", "违法事实", "调查认定的事实，个人信息已隐去") { $0.decision.penalty?.facts },
            Self("basis", "处罚依据", "作出处罚所依据的具体规定") { $0.decision.penalty?.basis },
            Self("sanction_kinds", "处罚类别", "行政处罚法§9 的种类，几种用“、”隔开") { $0.decision.penalty?.kinds },
            Self("content", "处罚内容", "处罚决定的内容，个人信息已隐去") { $0.decision.content },
            Self("fine", "罚款金额（万元）", "没有罚款为空") { $0.decision.penalty?.fine },
            Self("confiscated", "没收违法所得、没收非法财物的金额（万元）", "没有没收为空") { $0.decision.penalty?.confiscated },
            Self("permits_taken", "暂扣或吊销证照名称及编号", "没有暂扣、吊销为空") { $0.decision.penalty?.permits },
            Self("decided_on", "处罚决定日期", "年-月-日") { $0.decision.decidedOn.description },
            Self("valid_through", "处罚有效期", "处罚效力到哪一天为止，年-月-日；没有期限为空") {
                $0.decision.validThrough?.description
            },
            Self("agency_name", "处罚机关", "作出决定的机关") { $0.decision.agencyName },
            Self("agency_code", "处罚机关统一社会信用代码", "18 位") { $0.decision.agencyCode },
            Self("performance", "履行状态", "已履行、分期履行、强制执行、申请法院强制执行、中止执行、终结") {
                $0.performance?.chinese
            },
            stateDay,
            Self("source_name", "数据来源单位", "填报数据的机关") { $0.decision.agencyName },
            Self("source_code", "数据来源单位统一社会信用代码", "18 位") { $0.decision.agencyCode },
            Self("remarks", "备注", "公开时的说明，个人信息已隐去") { $0.decision.remarks },
        ] + publication

    private static let stateDay = Self("status_on", "状态日期", "注销、履行状态的日期，年-月-日；没有为空") {
        ($0.cancellation?.on ?? $0.performedOn)?.description
    }

    private static let party: [PublishedField] = [
        Self("party_name", "行政相对人名称", "自然人的姓名按规定隐去部分") { $0.decision.party.name },
        Self("party_kind", "行政相对人类别", "自然人，个体工商户，法人及非法人组织") { $0.decision.party.category },
        Self("party_code", "统一社会信用代码", "18 位；自然人为空") { $0.decision.party.creditCode },
        Self("party_representative", "法定代表人", "自然人为空") { $0.decision.party.representative },
    ]

    private static let publication: [PublishedField] = [
        Self("published_on", "公开日期", "年-月-日") { $0.publishedOn.description },
        Self("shown_through", "公示截止期", "年-月-日；长期公示为空") { $0.shownThrough?.description },
    ]

    private init(
        _ code: String,
        _ chinese: String,
        _ meaning: String,
        read: @escaping @Sendable (PublicRecord.Entry) -> String?
    ) {
        self.init(code: code, chinese: chinese, meaning: meaning) { entry, _ in read(entry) }
    }

    private init(
        code: String,
        chinese: String,
        meaning: String,
        read: @escaping @Sendable (PublicRecord.Entry, Day) -> String?
    ) {
        self.code = code
        self.chinese = chinese
        self.meaning = meaning
        self.read = read
    }
}
