import Acting
import HTML

/// One charge of an item in its form.
struct ChargeCells: Component {
    let row: [ItemSheet.ChargeField: String]
    let index: Int
    let errors: [FieldError]

    var body: any HTML {
        Element("fieldset", [.cssClass("design-step")]) {
            legend { "收费项目 \(index + 1)" }
            div(.cssClass("design-row")) {
                cell(.name, "收费项目", width: "wide")
                cell(.standard, "收费标准")
                cell(.basis, "收费依据")
                cell(
                    .reducible,
                    "是否允许减免",
                    .list(
                        [.init(key: ItemSheet.yes, words: "是"), .init(key: ItemSheet.no, words: "否")],
                        hasNone: "未填报"
                    )
                )
                cell(.reductionBasis, "减免依据")
                cell(.note, "备注")
            }
        }
    }

    private func cell(
        _ field: ItemSheet.ChargeField,
        _ label: String,
        _ control: DesignCell.Control = .line,
        width: String = ""
    ) -> any HTML {
        DesignCell(
            name: ItemSheet.charge(index, field),
            label: label,
            value: row[field] ?? "",
            control: control,
            width: width,
            errors: errors
        )
    }
}
