import Acting
import Catalog
import HTML

/// The questions of every local category that has some, folded away but for the chosen one.
struct LocalCategoryFields: Component {
    let categories: [LocalCategories.Entry]
    let sheet: ItemSheet
    let errors: [FieldError]

    var body: any HTML {
        for entry in categories where !entry.category.questions.isEmpty {
            details(.open(sheet[.local] == ItemSheet.key(entry))) {
                summary { "地方类别“\(entry.category.chinese)”的填报内容" }
                div(.cssClass("design-row")) {
                    for (index, question) in entry.category.questions.enumerated() { cell(question, index, of: entry) }
                }
            }
        }
    }

    private func cell(_ question: FormField, _ index: Int, of entry: LocalCategories.Entry) -> any HTML {
        let name = ItemSheet.answer(entry, index)
        let control: DesignCell.Control =
            question.kind == .choice
            ? .list((question.choices ?? []).map { .init(key: $0, words: $0) }, hasNone: "请选择") : .line
        let hint = question.kind == .choice ? "" : "（\(question.expectation)）"
        return DesignCell(
            name: name,
            label: "\(question.label)\(hint)\(question.isRequired ? "，必填" : "")",
            value: sheet.answers[name] ?? "",
            control: control,
            width: "",
            errors: errors
        )
    }
}
