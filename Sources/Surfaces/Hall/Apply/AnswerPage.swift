import Catalog
import HTML

/// The item's own form.
struct AnswerPage: Component {
    /// The names of the buttons that add a row to a group and take one out.
    static let add = "add"
    static let drop = "drop"

    let site: HallSite
    let draft: String
    let item: String
    let sheet: AnswerSheet
    let errors: [FieldError]
    let hidden: [HiddenField]
    let conflict: AlertBox?
    /// Where answers were taken from that the applicant has not changed, by key.
    let sources: [String: String]

    var body: any HTML {
        DraftFrame("申请表", item: item, draft: draft, site: site) {
            ErrorSummary(errors)
            conflict ?? NoHTML()
            FormFrame(to: HallPath.draft(draft, .form), hidden: hidden, moot: sheet.moot) {
                // The first button of a form is what the Enter key presses.
                input(.type("submit"), .hidden())
                for part in sheet.form.parts {
                    switch part {
                    case .question(let question): control(question)
                    case .group(let group): rows(group)
                    }
                }
                ButtonRow {
                    SubmitButton("保存并继续")
                    SubmitButton("暂存", weight: .secondary, choice: ("later", "1"))
                }
            }
            DraftScript(site: site)
        }
    }

    private func rows(_ group: AskedForm.Group) -> any HTML {
        let (field, range) = (group.field, group.field.rows)
        let isRepeated = range.upperBound > 1
        let hints = [
            group.condition.map { "\($0)的填写" }, isRepeated ? "填 \(field.expectation)，空着的项不保存" : nil, field.hint,
        ]
        return FieldRows(
            FieldCaption(
                AnswerSheet.name(of: field),
                label: field.label,
                hint: hints.compactMap(\.self).joined(separator: "；"),
                isRequired: range.lowerBound > 0,
                errors: errors
            ),
            rows: group.rows.enumerated().map { place, questions in
                FieldRows.Row(
                    isRepeated ? "\(field.label) \(place + 1)" : field.label,
                    removal: group.rows.count > 1 ? (AnswerPage.drop, "\(field.key).\(place + 1)") : nil
                ) { for question in questions { control(question) } }
            },
            addition: group.rows.count < range.upperBound ? ("再加一项：\(field.label)", AnswerPage.add, field.key) : nil
        )
    }

    private func control(_ question: AskedForm.Question) -> any HTML {
        let field = question.field
        let hints = [
            question.condition.map { "\($0)的填写" }, field.hint, sources[field.key].map { "取自\($0)，可以修改" },
        ]
        return QuestionField(
            FieldCaption(
                AnswerSheet.name(of: field),
                label: question.label,
                hint: hints.compactMap(\.self).joined(separator: "；"),
                isRequired: field.isRequired,
                errors: errors
            ),
            kind: QuestionField.Kind(rawValue: field.kind.rawValue) ?? .line,
            value: sheet[field],
            choices: field.choices ?? [],
            maxLength: field.longest
        )
    }
}
