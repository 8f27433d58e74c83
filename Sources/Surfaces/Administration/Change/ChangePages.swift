import HTML
import Kernel

/// Where a change lies: the thing it changes, and the way back to it.
struct ChangeSite: Sendable {
    let crumbs: [Crumb]
    let subject: String
    let address: String
    let back: String
}

/// The form of a change.
struct ChangePage: Component {
    let visit: Visit
    let site: ChangeSite
    let form: ChangeForm
    let answers: ChangeAnswers
    /// Why the change was refused, with the remedy.
    var refusal: (reason: String, remedy: String)?
    var errors: [FieldError] = []

    var body: any HTML {
        AdministrationFrame(form.title, visit, part: .tree, crumbs: site.crumbs + [Crumb(form.title)]) {
            h1 { form.title }
            p(.cssClass("quiet")) { site.subject }
            if !form.note.isEmpty { AlertBox(form.note) }
            if let refusal { AlertBox(refusal.reason, tone: .bad) { p { "补救：\(refusal.remedy)。" } } }
            FormFrame(to: site.address, hidden: [visit.token] + carried) {
                ErrorSummary(errors)
                div(.cssClass("form-grid")) {
                    for field in form.fields { ChangeControl(field: field, answers: answers, errors: errors) }
                }
                ButtonRow {
                    SubmitButton("预览变更")
                    LinkButton("取消", to: site.back, weight: .secondary)
                }
            }
        }
    }

    private var carried: [HiddenField] {
        form.fields.flatMap { field in
            guard case .carried = field.kind else { return [HiddenField]() }
            return answers.all(field.name).map { HiddenField(field.name, $0) }
        }
    }
}

/// What a change will do, before it does it.
struct ChangePreviewPage: Component {
    let visit: Visit
    let site: ChangeSite
    let form: ChangeForm
    let answers: ChangeAnswers
    let effects: [ChangeEffect]
    /// What will be recorded, a sentence an event.
    let sentences: [String]

    var body: any HTML {
        AdministrationFrame("预览：\(form.title)", visit, part: .tree, crumbs: site.crumbs + [Crumb("预览")]) {
            h1 { "\(form.title)：预览" }
            p(.cssClass("quiet")) { site.subject }
            Panel("变更前后") {
                DataTable(
                    "变更前后",
                    columns: [.init("项目"), .init("现在"), .init("变更后")],
                    rows: answers.differences.map { difference in
                        DataTable.Row([
                            difference.label, difference.before.isEmpty ? "—" : difference.before,
                            difference.after.isEmpty ? "（清空）" : difference.after,
                        ])
                    }
                )
            }
            if !effects.isEmpty {
                Panel("对在办事项的影响") {
                    for effect in effects { AlertBox(effect.words, tone: effect.isStranding ? .bad : .active) }
                }
            }
            Panel("将要记录（\(sentences.count)项）") { ol { for sentence in sentences { li { sentence } } } }
            p(.cssClass("quiet")) { "记录后不能删改；有误的，另行更正，原记录保留。" }
            FormFrame(to: site.address, hidden: visit.hidden + answers.hidden) {
                ButtonRow {
                    SubmitButton("确认", weight: form.isGrave ? .warning : .primary, choice: ("step", "confirm"))
                    SubmitButton("返回修改", weight: .secondary, choice: ("step", "edit"))
                }
            }
        }
    }
}
