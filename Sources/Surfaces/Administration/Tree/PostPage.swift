import Access
import Directory
import HTML
import Kernel

/// One post: what it is for, who held it when, who acts for whom.
struct PostPage: Component {
    let visit: Visit
    let sheet: PostSheet
    let today: Day

    private var post: Post { sheet.post }

    var body: any HTML {
        AdministrationFrame(post.name, visit, part: .tree, crumbs: crumbs) {
            h1 { post.name }
            Panel("岗位职责") { DefinitionList(facts) }
            Panel("任职记录") { terms }
            if !post.delegations.isEmpty { Panel("代行职责") { delegations } }
            if visit.may(AdministrationAccess.keepingOfficers, at: sheet.agency.place) { forms }
        }
    }

    private var crumbs: [Crumb] {
        [Crumb(sheet.agency.profile.name, to: AdministrationPath.agency(sheet.agency.id)), Crumb(post.name)]
    }

    private var facts: [Definition] {
        let charter = post.charter.value(on: today)
        return [
            Definition("责任类型", post.responsibility.chinese),
            Definition("职权", charter.map { $0.powers.map(\.name).joined(separator: "、") }),
            Definition("职责", charter?.duties), Definition("工作标准", charter?.standards),
            Definition("考核指标", charter?.indicators),
            Definition("责任", charter?.liability.map { "\($0.kind.chinese)：\($0.content)" }),
            Definition("任职最长年限", charter?.longestStayMonths.map { "\($0)个月" }),
            Definition("设立日期", "\(post.createdOn)"), Definition("撤销日期", post.abolishedOn.map { "\($0)" } ?? "未撤销"),
        ]
    }

    private var terms: any HTML {
        DataTable(
            "任职记录",
            columns: [.init("人员"), .init("任职日期"), .init("免职日期")],
            rows: post.terms.map { term in
                DataTable.Row([
                    a(.href(AdministrationPath.officer(term.officer))) { name(term.officer) }, "\(term.from)",
                    term.relievedOn.map { "\($0)" } ?? Badge("在任", tone: .good),
                ])
            },
            showsTitle: false
        )
    }

    private var delegations: any HTML {
        DataTable(
            "代行职责",
            columns: [.init("被代行人"), .init("代行人"), .init("起"), .init("止"), .init("执法类别"), .init("事由")],
            rows: post.delegations.map { given in
                DataTable.Row([
                    name(given.from), name(given.to), "\(given.begins)", "\(given.ends)",
                    given.categories.isEmpty ? "全部" : given.categories.map(\.chinese).joined(separator: "、"),
                    given.reason,
                ])
            },
            showsTitle: false
        )
    }

    private func name(_ officer: Officer.ID) -> String { sheet.names[officer] ?? officer.text }

    private var colleagues: [Choice] { sheet.colleagues.map { Choice($0.id.text, $0.name) } }

    private var forms: any HTML {
        Panel("任免与代行") {
            FormFrame(to: AdministrationPath.post(post.id, "appoint"), hidden: visit.hidden) {
                h3 { "任职" }
                SelectField(FieldCaption("officer", label: "人员", isRequired: true), choices: colleagues)
                day("from", "任职日期")
                ButtonRow { SubmitButton("任职") }
            }
            FormFrame(to: AdministrationPath.post(post.id, "relieve"), hidden: visit.hidden) {
                h3 { "免职" }
                SelectField(
                    FieldCaption("officer", label: "人员", isRequired: true),
                    choices: post.officers(on: today).map { Choice($0.text, name($0)) }
                )
                day("from", "免职日期")
                TextField(FieldCaption("reason", label: "理由", isRequired: true), maxLength: 200)
                ButtonRow { SubmitButton("免职", weight: .warning) }
            }
            FormFrame(to: AdministrationPath.post(post.id, "delegate"), hidden: visit.hidden) {
                h3 { "代行职责" }
                SelectField(
                    FieldCaption("absent", label: "被代行人", isRequired: true),
                    choices: post.officers(on: today).map { Choice($0.text, name($0)) }
                )
                SelectField(FieldCaption("officer", label: "代行人", isRequired: true), choices: colleagues)
                day("from", "起始日期")
                day("to", "截止日期")
                TextField(FieldCaption("reason", label: "事由", isRequired: true), maxLength: 200)
                ButtonRow { SubmitButton("代行", weight: .secondary) }
            }
        }
    }

    private func day(_ name: String, _ label: String) -> any HTML {
        TextField(
            FieldCaption(name, label: label, hint: "格式 2026-01-31", isRequired: true),
            value: "\(today)",
            maxLength: 10
        )
    }
}
