import Codes
import Kernel
import Law

/// A column of the open catalog.
///
/// Where the national exchange table of items has the field, the name is that table's; what it does not have is marked in
/// the meaning.
///
/// - Source: national exchange table of implemented items (UP_TASK_GENERAL_BASIC); 聊政办发〔2017〕74号 for rights and
///   remedies.
package typealias CatalogField = OpenColumn<OpenItem>

extension CatalogField {
    /// The columns of all items; those of single categories follow in `CatalogTable.items`.
    package static let all: [CatalogField] =
        identity + basis + exercise + limits + applying + materials + charges + place + state

    init(_ field: CategoryField) {
        let whose = field.categories.isEmpty ? "" : "\(field.categories.map(\.chinese).joined(separator: "、"))填写；"
        let choices = field.choices.map { _ in "\(field.expectation)；" } ?? ""
        self.init(field.key, field.chinese, "\(whose)\(choices)依据：\(field.source)") { item in
            item.content.fields?.first { $0.key == field.key }?.text
        }
    }

    private static let identity: [CatalogField] = [
        Self("row_guid", "记录唯一标识", "本系统给出，终身不变") { $0.id.text },
        Self("task_code", "实施编码", "目录中的编码；按所在地的编码规则") { $0.content.code },
        Self("catalog_code", "基本编码", "实施编码所含的 12 位国家基本编码；不含的为空") { item in
            CodeScheme.basicCode(in: item.content.code)
        },
        Self("local_task_code", "地方编码", "旧的或地方的编码") { $0.content.localCode },
        Self("task_name", "事项名称", "子项名称；没有子项为事项名称") { $0.content.name },
        Self("task_name_en", "事项英文名称", "（国家表外字段）") { $0.content.englishName },
        Self("main_name", "主项名称", "有子项时填写（国家表外字段）") { $0.content.mainName },
        Self("task_type", "事项类型", "国家类型代码两位；国家表没有的类型为空") { $0.content.category.nationalCode },
        Self("task_type_name", "事项类型名称", "行政许可、行政处罚等（国家表外字段）") { $0.content.category.chinese },
        Self("local_type_code", "地方类别编码", "本地类别目录中的编码；没有的为空（国家表外字段）") { $0.content.local?.code },
        Self("local_type_name", "地方类别名称", "本地类别目录中的名称（国家表外字段）") { $0.content.local?.chinese },
        Self("local_type_answers", "地方类别填报内容", "名称：内容，分号分隔（国家表外字段）") { $0.content.local?.cell },
    ]

    private static let basis: [CatalogField] = [
        Self("by_law", "设定依据", "法律文件名称和条款，分号分隔") { item in
            joined(item.content.bases.map(\.chinese))
        }
    ]

    private static let exercise: [CatalogField] = [
        Self("use_level", "行使层级", "1 国家 2 省 3 市 4 县 5 乡镇街道 6 村社区，逗号分隔") { item in
            item.content.levels.map { $0.map { String($0.rawValue) }.joined(separator: ",") }
        },
        Self("dept_name", "实施主体", "行使职权的机关") { $0.content.agency?.name },
        Self("dept_code", "实施主体编码", "统一社会信用代码或来源清单的编码") { $0.content.agency?.code },
        Self("power_source", "权力来源", "法定本级行使、上级下放等") { $0.content.exercise?.source?.chinese },
        Self("entrust_name", "委托部门", "受委托行使的填写") { $0.content.exercise?.entrustedBy },
        Self("handle_office", "承办机构", "实施主体内承办的机构（国家表外字段）") { $0.content.office },
        Self("region_code", "行政区划代码", "12 位（国家表外字段）") { $0.content.division },
    ]

    private static let limits: [CatalogField] = [
        Self("anticipate_day", "法定办结时限", "数；单位见下一列") { number($0.content.statutoryLimit?.period) },
        Self("anticipate_type", "法定办结时限单位", "工作日、日、小时、个月") { unit($0.content.statutoryLimit?.period) },
        Self("anticipate_explain", "法定办结时限说明", "规定时限的条款") { $0.content.statutoryLimit?.source.chinese },
        Self("promise_day", "承诺办结时限", "数；单位见下一列") { number($0.content.promisedLimit) },
        Self("promise_type", "承诺办结时限单位", "工作日、日、小时、个月") { unit($0.content.promisedLimit) },
    ]

    private static let applying: [CatalogField] = [
        Self("server_type", "服务对象", "可以申请的人") { $0.content.audience },
        Self("project_type", "办件类型", "即办件、承诺件") { $0.content.exercise?.projectType?.chinese },
        Self("handle_type", "办理形式", "窗口办理、网上办理、快递申请，分号分隔") { item in
            joined(item.content.exercise?.ways?.map(\.chinese))
        },
        Self("limit_scene_num", "到办事现场次数", "") { item in item.content.exercise?.visits.map(String.init) },
        Self("special_procedure", "特别程序", "") { $0.content.exercise?.specialProcedure },
        Self("collect_type", "征收种类", "行政征收填写") { $0.content.exercise?.levyKind },
        Self("is_permit_reduce", "是否涉及减免审批", "是、否；行政征收填写") { item in
            item.content.exercise?.isReducible.map { $0 ? "是" : "否" }
        },
        Self("accept_condition", "受理条件", CatalogField.parted) { CellParts.written($0.content.conditions) },
        Self("handle_flow", "办理流程", "流程定义的编号和版本，流程图在事项页面；导入时不采用，在本系统选定") { item in
            item.content.process.map { "\($0.id)@\($0.version)" }
        },
        Self("result_name", "结果名称", "核发的证照或者文书（国家表外字段）") { $0.content.permitName },
    ]

    /// How several things stand in one cell.
    private static let parted = "分号分隔；内容本身有分号的，每项一行"

    /// What stands in the place of materials where an item asks for none.
    static let noMaterials = "不需要材料"

    private static let materials: [CatalogField] =
        [
            Self("material_names", "申请材料", "材料名称，\(parted)；不需要的写“\(noMaterials)”（国家表在申请材料表）") { item in
                item.content.materials.flatMap { $0.isEmpty ? noMaterials : CellParts.written($0.map(\.name)) }
            },
            ofMaterials("necessity", "材料必要性", "必要、符合条件时必要、非必要") { $0.necessity.chinese },
            ofMaterials("condition", "材料何时需要", "符合条件时必要的填写") { $0.condition },
            ofMaterials("form", "材料形式", "电子、纸质、电子或纸质") { $0.form.chinese },
            ofMaterials("originals", "材料原件份数", "") { String($0.originals) },
            ofMaterials("copies", "材料复印件份数", "") { String($0.copies) },
            ofMaterials("source", "材料来源渠道", "申请人自备、政府部门核发、部门共享等") { $0.source.chinese },
            ofMaterials("sample", "材料示例样表", "样表的出处；文件在事项页面下载") { $0.sample },
            ofMaterials("fill_explain", "材料填报须知", "") { $0.note },
        ]
        + Material.Fact.allCases.map { fact in
            ofMaterials(fact.code, "材料\(fact.chinese)", "") { $0[keyPath: fact.place] }
        }

    /// A column that says one thing of every material, a line each.
    private static func ofMaterials(
        _ code: String,
        _ chinese: String,
        _ meaning: String,
        _ part: @escaping @Sendable (Material) -> String?
    ) -> CatalogField {
        Self("material_\(code)", chinese, "\(meaning.isEmpty ? "" : "\(meaning)；")每项一行，没有的写“—”（国家表在申请材料表）") { item in
            CellParts.column((item.content.materials ?? []).map(part))
        }
    }

    private static let charges: [CatalogField] = [
        Self("is_fee", "是否收费", "是、否；没有填报为空") { $0.content.fee.map { $0.isCharged ? "是" : "否" } },
        Self("fee_item", "收费项目", "每项一行；各列的行一一对应，没有的写“—”（国家表在收费项目表）") { lines($0) { $0.name } },
        Self("fee_standard", "收费标准", "每项一行（国家表在收费项目表）") { lines($0) { $0.standard } },
        Self("fee_basis", "收费依据", "法律文件名称和条款，每项一行") { item in
            lines(item) { $0.basis?.chinese } ?? item.content.fee?.freeBasis?.chinese
        },
        Self("fee_reducible", "是否允许减免", "是、否，每项一行（国家表在收费项目表）") { item in
            lines(item) { $0.isReducible.map { $0 ? "是" : "否" } }
        },
        Self("fee_reduction_basis", "减免依据", "每项一行（国家表在收费项目表）") { lines($0) { $0.reductionBasis } },
        Self("fee_note", "收费备注", "每项一行（国家表在收费项目表）") { lines($0) { $0.note } },
        Self("preference", "优惠政策", "（国家表外字段）") { $0.content.preference },
    ]

    private static let place: [CatalogField] = [
        Self("transact_addr", "办理地点", "") { $0.content.place },
        Self("transact_time", "办理时间", "") { $0.content.hours },
        Self("link_way", "咨询方式", "电话") { $0.content.phone },
        Self("supervise_way", "监督投诉方式", "电话") { $0.content.complaintLine },
        Self("rights", "相对人权利", "\(parted)（国家表外字段）") { CellParts.written($0.content.rights) },
        Self("remedies", "救济渠道", "\(parted)（国家表外字段）") { CellParts.written($0.content.remedies) },
        Self("liability", "责任追究", "（国家表外字段）") { $0.content.liability },
        Self("common_questions", "常见问题", "一行“问：……”，接一行“答：……”（国家表外字段）") { item in
            item.content.questions?.map(\.written).joined(separator: "\n")
        },
    ]

    private static let state: [CatalogField] = [
        Self("task_state", "事项状态", "已公布；已导入、未确认（来自清单，不受理申请）") { $0.standing.chinese },
        Self("task_version", "事项版本", "从 1 起；未确认的为空") { item in item.version.map { String($0.number) } },
        Self("plan_effective_date", "计划生效日期", "本版本生效之日") { $0.version?.inForceFrom.description },
        Self("plan_cancel_date", "计划取消日期", "本版本失效之日，当日不再有效；没有确定为空") { item in
            item.version?.inForceUntil?.description
        },
        Self("data_source", "数据来源", "来源清单的名称；在本系统起草的为空") { $0.source },
        Self("remark", "备注", "") { $0.content.remark },
    ]

    /// A line for each charge; `nil` where none states it.
    private static func lines(_ item: OpenItem, _ part: (Fee.Charge) -> String?) -> String? {
        CellParts.column((item.content.fee?.charges ?? []).map(part))
    }

    private static func joined(_ parts: [String]?) -> String? {
        parts.flatMap { $0.isEmpty ? nil : $0.joined(separator: "；") }
    }

    private static func number(_ period: Period?) -> String? { period.map { String($0.count) } }

    private static func unit(_ period: Period?) -> String? { period?.unit.chinese }
}
