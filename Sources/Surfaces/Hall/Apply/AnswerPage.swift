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
        let value = sheet[field]
        switch field.kind {
        case .line, .address: TextField(caption, value: value, maxLength: field.longest)
        case .paragraph: TextArea(caption, value: value, maxLength: field.longest)
        case .number: TextField(caption, value: value, kind: .number, width: .short)
        case .day: TextField(caption, value: value, kind: .date, width: .short)
        case .phone: TextField(caption, value: value, kind: .tel, autocomplete: "tel", width: .half)
        case .identityNumber, .creditCode: TextField(caption, value: value, maxLength: 18, width: .half)
        case .choice:
            let choices = (field.choices ?? []).map { Choice($0, $0) }
            if choices.count <= 6 {
                ChoiceField(caption, choices: choices, chosen: [value])
            } else {
                SelectField(caption, choices: choices, chosen: value.isEmpty ? nil : value)
            }
        }
    }
}
