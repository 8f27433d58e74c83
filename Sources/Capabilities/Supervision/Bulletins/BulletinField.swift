import Kernel

/// A column of the open data about supervision: its name in files, and what it means.
package struct BulletinField<Row>: Sendable {
    /// The name in csv and json, never changed once published.
    package let code: String
    package let chinese: String
    package let meaning: String
    private let read: @Sendable (BulletinRecord, Row) -> String?

    package func value(of row: Row, in record: BulletinRecord) -> String? { read(record, row) }

    fileprivate init(
        _ code: String,
        _ chinese: String,
        _ meaning: String,
        read: @escaping @Sendable (BulletinRecord, Row) -> String?
    ) {
        self.code = code
        self.chinese = chinese
        self.meaning = meaning
        self.read = read
    }

    fileprivate static var period: [BulletinField] {
        [
            Self("division", "行政区划", "区划代码") { record, _ in record.division },
            Self("period", "期间", "月份如 2026-10，季度如 2026-Q4") { record, _ in record.period.text },
        ]
    }
}

extension BulletinField where Row == FindingFigure {
    /// How many findings came to what.
    package static var figures: [BulletinField] {
        period + [
            Self("agency", "单位编号", "本系统内唯一") { $1.agency },
            Self("agency_name", "单位", "被监督的单位") { $1.agencyName },
            Self("dimension", "监督内容", "时效、流程、内容、公开、裁量、收费、行为、风险、其他") { $1.dimension.chinese },
            Self("level", "等级", "提醒、异常、黄牌、红牌") { $1.level.chinese },
            Self("upheld", "认定", "单位说明后成立的件数") { "\($1.upheld)" },
            Self("corrected", "已纠正", "单位补办后由系统摘牌的件数") { "\($1.corrected)" },
            Self("withdrawn", "撤销", "经核实不成立的件数，不计入单位") { "\($1.withdrawn)" },
            Self("pending", "核查中", "公布时尚未审定的件数，不计入单位") { "\($1.pending)" },
        ]
    }
}

extension BulletinField where Row == PublishedOrder {
    /// Orders and what came of them.
    package static var orders: [BulletinField] {
        period + [
            Self("number", "文书号", "机关代字、年份、序号；唯一") { $1.number },
            Self("kind", "文书", "督办通知书、监察建议书、行政执法监督意见书、行政执法监督决定书") { $1.kind.chinese },
            Self("issuer_name", "监督机关", "制发文书的机关") { $1.issuerName },
            Self("agency", "单位编号", "本系统内唯一") { $1.agency },
            Self("agency_name", "单位", "收到文书的单位") { $1.agencyName },
            Self("matter", "事项", "目录中的事项名称，或者单位的日常管理") { $1.matter },
            Self("issued_on", "发出日期", "年-月-日") { $1.issuedOn.description },
            Self("facts", "事实", "个人信息已隐去") { $1.facts },
            Self("article", "依据", "条款") { $1.article },
            Self("demand", "要求", "个人信息已隐去") { $1.demand },
            Self("status", "结果", "待签收、整改中、已回复待审定、已纠正、未纠正") { $1.status.chinese },
            Self("concluded_on", "审定日期", "年-月-日；未审定为空") { $1.concludedOn?.description },
            Self("conclusion", "审定意见", "个人信息已隐去；未审定为空") { $1.conclusion },
        ]
    }
}
