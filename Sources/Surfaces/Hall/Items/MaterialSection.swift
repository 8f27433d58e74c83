import HTML

/// One thing to hand in, in ready words.
struct MaterialEntry: Hashable, Sendable {
    let name: String
    let necessity: String
    /// When a conditional one is needed.
    let condition: String?
    let form: String
    let copies: String
    let source: String
    let note: String?
}

/// The list of materials.
struct MaterialSection: Component {
    let materials: [MaterialEntry]

    var body: any HTML {
        if materials.isEmpty {
            p { "不需要提交材料。" }
        } else {
            DataTable(
                "申请材料",
                columns: [.init("材料名称"), .init("必要性"), .init("形式"), .init("份数"), .init("来源")],
                rows: materials.map(row)
            )
            p(.cssClass("hint")) {
                "行政机关不得要求提交与所申请事项无关的材料（行政许可法第三十一条）；标为部门共享的由机关自行获取。"
            }
        }
    }

    private func row(_ material: MaterialEntry) -> DataTable.Row {
        DataTable.Row([
            div {
                strong { material.name }
                if let condition = material.condition { p(.cssClass("hint")) { condition } }
                if let note = material.note { p(.cssClass("hint")) { note } }
            },
            material.necessity, material.form, material.copies, material.source,
        ])
    }
}
