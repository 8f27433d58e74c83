import Acting
import Catalog
import Codes
import HTML

/// The fields of single categories: those of all items open, the others folded away but for the chosen category.
struct CategoryFieldCells: Component {
    let declared: [CategoryField]
    let sheet: ItemSheet
    let errors: [FieldError]

    @HTMLBuilder var body: any HTML {
        let common = declared.filter { $0.categories.isEmpty }
        if !common.isEmpty { row(common) }
        for category in PowerCategory.allCases {
            let own = declared.filter { $0.categories.contains(category) }
            if !own.isEmpty {
                details(.cssClass("tools"), .open(isOpen(own, of: category))) {
                    summary { "\(category.chinese)另填的内容" }
                    row(own)
                }
            }
        }
    }

    /// The chosen category's, and any with something in it: nothing that is wrong stays out of sight.
    private func isOpen(_ fields: [CategoryField], of category: PowerCategory) -> Bool {
        sheet[.category] == category.rawValue
            || fields.contains { sheet.answers[ItemSheet.categoryField($0.key)]?.isEmpty == false }
    }

    private func row(_ fields: [CategoryField]) -> any HTML {
        div(.cssClass("design-row")) { for field in fields { cell(field) } }
    }

    private func cell(_ field: CategoryField) -> any HTML {
        let name = ItemSheet.categoryField(field.key)
        let several = field.takesSeveral == true
        let control: DesignCell.Control =
            several
            ? .lines
            : field.choices.map { .list($0.map { .init(key: $0, words: $0) }, hasNone: "未填报") } ?? .line
        return DesignCell(
            name: name,
            label: several ? "\(field.chinese)（\(field.expectation)）" : field.chinese,
            value: sheet.answers[name] ?? "",
            control: control,
            width: several ? "wide" : "",
            errors: errors
        )
    }
}
