import BlobStore
import Law

/// A table of the open catalog: a row an item, a row a material, or a row a charge.
package struct CatalogTable: Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case items, materials, charges

        package var chinese: String {
            switch self {
            case .items: "行政职权目录"
            case .materials: "申请材料"
            case .charges: "收费项目"
            }
        }
    }

    package let columns: [(code: String, chinese: String, meaning: String)]
    private let cells: @Sendable (OpenItem) -> [[String?]]

    /// Makes the table; items have the columns of single categories at the end.
    ///
    /// - Throws: `CategoryField.Fault`.
    package init(_ kind: Kind) throws(CategoryField.Fault) {
        switch kind {
        case .items:
            let declared = try CategoryField.shipped().map(CatalogField.init)
            self.init(CatalogField.all + declared) { [$0] }
        case .materials:
            self.init(MaterialRow.columns) { item in
                (item.content.materials ?? []).enumerated().map { MaterialRow(item: item, material: $1, place: $0 + 1) }
            }
        case .charges:
            self.init(ChargeRow.columns) { item in
                (item.content.fee?.charges ?? []).enumerated().map { ChargeRow(item: item, charge: $1, place: $0 + 1) }
            }
        }
    }

    private init<Part>(_ columns: [OpenColumn<Part>], parts: @escaping @Sendable (OpenItem) -> [Part]) {
        self.columns = columns.map { ($0.code, $0.chinese, $0.meaning) }
        cells = { item in parts(item).map { part in columns.map { $0.value(of: part) } } }
    }

    /// Returns the item's rows, a cell a column.
    package func rows(of item: OpenItem) -> [[String?]] { cells(item) }
}

/// A material of an item in the open table of materials.
///
/// - Source: national exchange table of items (material table).
private struct MaterialRow: Sendable {
    let item: OpenItem
    let material: Material
    let place: Int

    static let columns: [OpenColumn<MaterialRow>] =
        [
            .init("task_code", "实施编码", "所属事项的编码") { $0.item.content.code },
            .init("task_name", "事项名称", "所属事项的名称") { $0.item.content.name },
            .init("order_num", "排序", "从 1 起") { String($0.place) },
            .init("material_name", "材料名称", "") { $0.material.name },
            .init("material_type", "材料类型", "原件、复印件、原件和复印件；不收纸质的为空") { $0.material.kind },
            .init("material_form", "材料形式", "电子、纸质、电子或纸质") { $0.material.form.chinese },
            .init("necessity", "材料必要性", "必要、符合条件时必要、非必要") { $0.material.necessity.chinese },
            .init("condition", "何时需要", "符合条件时必要的填写（国家表外字段）") { $0.material.condition },
            .init("blank_table", "空白表格", "文件名，分号分隔；在事项页面下载") { $0.papers(.blank) },
            .init("sample_table", "示例样表", "文件名或者出处，分号分隔") { $0.papers(.sample) ?? $0.material.sample },
            .init("source_type", "来源渠道", "申请人自备、政府部门核发、部门共享等") { $0.material.source.chinese },
            .init("originals", "原件份数", "") { String($0.material.originals) },
            .init("copies", "复印件份数", "") { String($0.material.copies) },
            .init("fill_explain", "填报须知", "") { $0.material.note },
        ]
        + Material.Fact.allCases.map { fact in
            .init(fact.code, fact.chinese, "") { $0.material[keyPath: fact.place] }
        }

    private func papers(_ kind: Material.Paper.Kind) -> String? {
        let names = (material.papers ?? []).filter { $0.kind == kind }.map(\.file.name)
        return names.isEmpty ? nil : names.joined(separator: "；")
    }
}

extension Material.Fact {
    /// The national name.
    var code: String {
        switch self {
        case .sourceNote: "source_explain"
        case .specification: "specification"
        case .acceptance: "accept_standard"
        case .basis: "by_law"
        case .remark: "remark"
        }
    }
}

/// A charge of an item in the open table of charges.
///
/// - Source: national exchange table of items (charge table).
private struct ChargeRow: Sendable {
    let item: OpenItem
    let charge: Fee.Charge
    let place: Int

    static let columns: [OpenColumn<ChargeRow>] = [
        .init("task_code", "实施编码", "所属事项的编码") { $0.item.content.code },
        .init("task_name", "事项名称", "所属事项的名称") { $0.item.content.name },
        .init("order_num", "排序", "从 1 起") { String($0.place) },
        .init("fee_item", "收费项目", "只填报了一个总标准的为空") { $0.charge.name },
        .init("fee_standard", "收费标准", "") { $0.charge.standard },
        .init("fee_basis", "收费依据", "法律文件名称和条款") { $0.charge.basis?.chinese },
        .init("fee_reducible", "是否允许减免", "是、否；没有填报为空") { $0.charge.isReducible.map { $0 ? "是" : "否" } },
        .init("fee_reduction_basis", "减免依据", "") { $0.charge.reductionBasis },
        .init("fee_note", "备注", "") { $0.charge.note },
    ]
}
