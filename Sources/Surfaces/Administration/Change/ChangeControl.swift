import HTML

/// One question of a form with its answer and what is wrong with it.
struct ChangeControl: Component {
    let field: ChangeField
    let answers: ChangeAnswers
    let errors: [FieldError]

    @HTMLBuilder var body: any HTML {
        let caption = FieldCaption(
            field.name,
            label: field.label,
            hint: field.hint,
            isRequired: field.isRequired,
            errors: errors
        )
        switch field.kind {
        case .line(let greatest): TextField(caption, value: answers.text(field.name), maxLength: greatest)
        case .lines(let greatest):
            div(.cssClass("wide")) {
                TextArea(caption, value: answers.text(field.name), rows: 4, maxLength: greatest)
            }
        case .day: TextField(caption, value: answers.text(field.name), maxLength: 10, width: .short)
        case .number: TextField(caption, value: answers.text(field.name), maxLength: 8, width: .short)
        case .one(let choices):
            SelectField(
                caption,
                choices: (field.isRequired ? [] : [Choice("", "不填")]) + choices.map { Choice($0.value, $0.label) },
                chosen: answers.optional(field.name) ?? (field.isRequired ? nil : "")
            )
        case .several(let choices):
            ChoiceField(
                caption,
                choices: choices.map { Choice($0.value, $0.label) },
                chosen: Set(answers.all(field.name)),
                kind: .several
            )
        case .carried: NoHTML()
        }
    }
}
