/// Which column of a list holds which field.
package struct ItemColumns: Hashable, Sendable {
    /// What a column may hold; the raw values are stored.
    ///
    /// - Source: 聊政办发〔2017〕74号 附件1 and its service guide; national exchange table of implemented items.
    package enum Field: String, Hashable, Sendable, CaseIterable {
        case code, name, category, mainName, localCode
        case agencyName, agencyCode, division
        case levels, bases, audience
        case statutoryLimit, statutoryUnit, statutorySource
        case promisedLimit, promisedUnit
        case isCharged, feeItem, feeStandard, feeBasis, feeReducible, feeReductionBasis, feeNote
        case conditions, materials, permitName
        case place, hours, phone, complaintLine
        case rights, remedies, remark, office, preference, liability
        case localCategory, localAnswers
        case englishName, questions
        case materialNecessity, materialCondition, materialForm, materialOriginals, materialCopies, materialSource
        case materialSourceNote, materialSpecification, materialAcceptance, materialBasis, materialSample, materialNote
        case materialRemark
        case powerSource, entrustedBy, projectType, handlingWays, visits, specialProcedure, levyKind, isReducible

        package var chinese: String {
            switch self {
            case .code: ItemField.code.chinese
            case .name: ItemField.name.chinese
            case .category: ItemField.category.chinese
            case .mainName: "主项名称"
            case .localCode: "地方编码"
            case .localCategory: "地方类别"
            case .localAnswers: "地方类别填报内容"
            case .agencyName: "填报单位"
            case .agencyCode: "单位编码"
            case .division: "区划代码"
            case .levels: ItemField.levels.chinese
            case .bases: ItemField.bases.chinese
            case .audience: ItemField.audience.chinese
            case .statutoryLimit: ItemField.statutoryLimit.chinese
            case .statutoryUnit: "法定时限单位"
            case .statutorySource: "法定时限依据"
            case .promisedLimit: ItemField.promisedLimit.chinese
            case .promisedUnit: "承诺时限单位"
            case .isCharged: "是否收费"
            case .feeItem: "收费项目"
            case .feeStandard: "收费标准"
            case .feeBasis: "收费依据"
            case .feeReducible: "是否允许减免"
            case .feeReductionBasis: "减免依据"
            case .feeNote: "收费备注"
            case .conditions: ItemField.conditions.chinese
            case .materials: ItemField.materials.chinese
            case .permitName: ItemField.permitName.chinese
            case .place: ItemField.place.chinese
            case .hours: ItemField.hours.chinese
            case .phone: ItemField.phone.chinese
            case .complaintLine: ItemField.complaintLine.chinese
            case .rights: "相对人权利"
            case .remedies: ItemField.remedies.chinese
            case .remark: "备注"
            case .englishName: "英文名称"
            case .questions: ItemField.questions.chinese
            case .materialNecessity: "材料必要性"
            case .materialCondition: "材料何时需要"
            case .materialForm: "材料形式"
            case .materialOriginals: "材料原件份数"
            case .materialCopies: "材料复印件份数"
            case .materialSource: "材料来源渠道"
            case .materialSourceNote: "材料\(Material.Fact.sourceNote.chinese)"
            case .materialSpecification: "材料\(Material.Fact.specification.chinese)"
            case .materialAcceptance: "材料\(Material.Fact.acceptance.chinese)"
            case .materialBasis: "材料\(Material.Fact.basis.chinese)"
            case .materialSample: "材料示例样表"
            case .materialNote: "材料填报须知"
            case .materialRemark: "材料\(Material.Fact.remark.chinese)"
            case .office: ItemField.office.chinese
            case .preference: ItemField.preference.chinese
            case .liability: ItemField.liability.chinese
            case .powerSource: ItemExercise.Fact.powerSource.chinese
            case .entrustedBy: ItemExercise.Fact.entrustedBy.chinese
            case .projectType: ItemExercise.Fact.projectType.chinese
            case .handlingWays: ItemExercise.Fact.ways.chinese
            case .visits: ItemExercise.Fact.visits.chinese
            case .specialProcedure: ItemExercise.Fact.specialProcedure.chinese
            case .levyKind: ItemExercise.Fact.levyKind.chinese
            case .isReducible: ItemExercise.Fact.reducible.chinese
            }
        }

        package var isNeeded: Bool { [.code, .name, .category].contains(self) }
    }

    /// In which column each field stands; those that are needed are among them.
    package let places: [Field: String]

    package subscript(field: Field) -> String? { places[field] }

    package var code: String { places[.code] ?? "" }
    package var name: String { places[.name] ?? "" }
    package var category: String { places[.category] ?? "" }

    /// Makes the mapping that says for fields in which column they stand; `nil` while one that is needed has none.
    package init?(_ places: [Field: String]) {
        guard Field.allCases.allSatisfy({ !$0.isNeeded || places[$0] != nil }) else { return nil }
        self.init(known: places)
    }

    private init(known places: [Field: String]) { self.places = places }

    /// The list of the service portal of Sichuan.
    package static let sichuan = ItemColumns(known: [
        .code: "事项编码", .name: "事项名称", .category: "事项类型代码", .mainName: "主项名称", .agencyName: "填报单位",
        .agencyCode: "实施主体编码", .division: "区划代码",
    ])

    /// The list of Liaoning: base items with national codes, which no agency has adopted yet.
    package static let liaoning = ItemColumns(known: [
        .code: "职权编码", .name: "事项名称", .category: "事项类型代码", .levels: "实施层级", .bases: "依据(法规#条)",
    ])

    /// The list of items of enforcement (行政执法事项清单), which states its agency in its head.
    ///
    /// - Source: 聊政办发〔2017〕74号 附件1.
    package static let enforcement = ItemColumns(known: [
        .code: "事项编码", .name: "事项名称", .category: "执法类别", .bases: "执法依据", .agencyName: "填报单位",
    ])

    /// The national exchange table of implemented items, in which the catalog itself is published.
    package static let national = ItemColumns(known: [
        .code: "task_code", .name: "task_name", .category: "task_type_name", .mainName: "main_name",
        .localCode: "local_task_code", .localCategory: "local_type_name", .localAnswers: "local_type_answers",
        .agencyName: "dept_name", .agencyCode: "dept_code", .division: "region_code",
        .levels: "use_level", .bases: "by_law", .audience: "server_type", .statutoryLimit: "anticipate_day",
        .statutoryUnit: "anticipate_type", .statutorySource: "anticipate_explain", .promisedLimit: "promise_day",
        .promisedUnit: "promise_type", .isCharged: "is_fee", .feeItem: "fee_item", .feeStandard: "fee_standard",
        .feeBasis: "fee_basis", .feeReducible: "fee_reducible", .feeReductionBasis: "fee_reduction_basis",
        .feeNote: "fee_note",
        .conditions: "accept_condition", .materials: "material_names", .permitName: "result_name",
        .place: "transact_addr", .hours: "transact_time", .phone: "link_way", .complaintLine: "supervise_way",
        .rights: "rights", .remedies: "remedies", .remark: "remark",
        .office: "handle_office", .preference: "preference", .liability: "liability",
        .powerSource: "power_source", .entrustedBy: "entrust_name", .projectType: "project_type",
        .handlingWays: "handle_type", .visits: "limit_scene_num", .specialProcedure: "special_procedure",
        .levyKind: "collect_type", .isReducible: "is_permit_reduce",
        .englishName: "task_name_en", .questions: "common_questions",
        .materialNecessity: "material_necessity", .materialCondition: "material_condition",
        .materialForm: "material_form", .materialOriginals: "material_originals", .materialCopies: "material_copies",
        .materialSource: "material_source", .materialSourceNote: "material_source_explain",
        .materialSpecification: "material_specification", .materialAcceptance: "material_accept_standard",
        .materialBasis: "material_by_law", .materialSample: "material_sample",
        .materialNote: "material_fill_explain", .materialRemark: "material_remark",
    ])

    /// The national exchange table as others fill it, with the type as its code.
    package static let exchange = ItemColumns(
        known: national.places.merging([.category: "task_type"]) { _, new in new }
    )

    /// Our own, for files that are written for this program.
    package static let plain = ItemColumns(known: [
        .code: "code", .name: "name", .category: "category", .mainName: "mainName", .agencyName: "agency",
        .agencyCode: "agencyCode", .division: "division", .levels: "levels", .bases: "bases",
    ])

    package static let known = [sichuan, liaoning, enforcement, national, exchange, plain]

    /// The columns a list must have; the others are read when they are there.
    package var needed: [String] { [code, name, category] }

    /// Returns for each field the heading that is called like it here or in a known list, as far as there is one.
    package static func likely(among headings: [String]) -> [Field: String] {
        Field.allCases.reduce(into: [:]) { places, field in
            let names = known.compactMap { $0[field] } + [field.chinese]
            places[field] = names.first(where: headings.contains)
        }
    }

    /// Returns the mapping whose needed columns the header has.
    package static func matching(_ header: some Collection<String>) -> ItemColumns? {
        known.first { $0.needed.allSatisfy(header.contains) }
    }
}

/// An object with a member for every field that has a column.
extension ItemColumns: Codable {
    package init(from decoder: any Decoder) throws {
        let stored = try [String: String](from: decoder)
        let places = Field.allCases.reduce(into: [Field: String]()) { $0[$1] = stored[$1.rawValue] }
        guard let columns = ItemColumns(places) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "expected columns for code, name and category, found \(stored.keys.sorted())"
                )
            )
        }
        self = columns
    }

    package func encode(to encoder: any Encoder) throws {
        try places.reduce(into: [String: String]()) { $0[$1.key.rawValue] = $1.value }.encode(to: encoder)
    }
}
