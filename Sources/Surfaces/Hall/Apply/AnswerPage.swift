import Catalog
import HTML

/// The item's own form.
struct AnswerPage: Component {
    let site: HallSite
    let draft: String
    let item: String
    let sheet: AnswerSheet
    let errors: [FieldError]
    let token: HiddenField

    var body: any HTML {
        DraftFrame("申请表", item: item, draft: draft, site: site) {
            ErrorSummary(errors)
            FormFrame(to: HallPath.draft(draft, .form), hidden: [token]) {
                for field in sheet.fields { control(field) }
                ButtonRow {
                    SubmitButton("保存并继续")
                    SubmitButton("暂存", weight: .secondary, choice: ("later", "1"))
                }
            }
        }
    }

    @HTMLBuilder
    private func control(_ field: FormField) -> any HTML {
        let caption = FieldCaption(
            AnswerSheet.name(of: field),
            label: field.label,
            hint: field.hint ?? "",
            isRequired: field.isRequired,
            errors: errors
        )
        QuestionField(
            caption,
            kind: QuestionField.Kind(rawValue: field.kind.rawValue) ?? .line,
            value: sheet[field],
            choices: field.choices ?? [],
            maxLength: field.longest
        )
    }
}
