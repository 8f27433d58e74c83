import Casework
import HTML
import Kernel
import Parties
import Processes

/// The matters that the agency may take up itself.
struct OpeningListPage: Component {
    struct Line: Sendable {
        let name: String
        let code: String
        let category: String
        let address: String
    }

    let lines: [Line]

    var body: any HTML {
        h1 { "登记线索" }
        p(.cssClass("hint")) { "由本机关依职权办理的事项；只列已确认公布、依据有效的事项（川办发〔2011〕45号）。" }
        if lines.isEmpty {
            EmptyState("本机关没有可以依职权办理的事项") { p { "事项公布并配置流程后出现在这里。" } }
        } else {
            DataTable(
                "可以登记线索的事项",
                columns: [.init("事项"), .init("编码"), .init("流程"), .init("操作", .action)],
                rows: lines.map { line in
                    .init([
                        line.name, line.code, line.category,
                        a(.cssClass("button secondary"), .href(line.address), .aria(.label, "登记线索：\(line.name)")) {
                            "登记线索"
                        },
                    ])
                }
            )
        }
    }
}

/// Taking one matter up: whom it concerns, what is known, and the paper of the registration.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 36, 54.
struct OpeningPage: Component {
    let matter: OpeningMatter
    let kind: Party.Kind
    let hidden: [HiddenField]
    let values: ActValues
    let refusal: String?
    let similar: [Similar]

    /// An open case of the same organization under the same item.
    struct Similar: Sendable {
        let number: String
        let stage: String
        let received: String
        let address: String
    }

    var body: any HTML {
        h1 { "登记线索" }
        p(.cssClass("hint")) { "\(matter.name)（\(matter.code)）" }
        if let refusal { AlertBox(refusal, tone: .bad) { p(.cssClass("hint")) { "没有登记。" } } }
        ErrorSummary(values.typed.errors)
        Tabs(
            "当事人类型",
            [Party.Kind.organization, .person].map { choice in
                NavigationLink(
                    choice == .person ? "个人" : "企业或其他组织",
                    to: WorkspacePath.open(matter.id.text, choice.rawValue),
                    isCurrent: choice == kind
                )
            }
        )
        Panel("线索登记") {
            FormFrame(to: WorkspacePath.opening, hidden: hidden) {
                if !similar.isEmpty { similarCases }
                party
                ClueFields(values: values, isPenalty: matter.definition.category.isPenalty)
                for (place, form) in matter.papers.enumerated() {
                    PaperFields(form: form, place: place, values: values)
                }
                ButtonRow {
                    SubmitButton("确认：登记线索")
                    LinkButton("返回", to: WorkspacePath.opening, weight: .secondary)
                }
            }
        }
    }

    private var similarCases: any HTML {
        AlertBox("本机关正在办理同一单位、同一事项的案件", tone: .caution) {
            ul {
                for found in similar {
                    li {
                        a(.href(found.address)) { found.number }
                        "，\(found.received) 登记，\(found.stage)"
                    }
                }
            }
            p { "同一违法行为不得给予两次以上罚款（行政处罚法§29）。核对后仍须登记的，请勾选：" }
            ChoiceField(
                values.caption("anyway", "核对结果", isRequired: true),
                choices: [Choice("1", "不是同一行为，仍要登记")],
                chosen: Set([values.text("anyway")]),
                kind: .several
            )
        }
    }

    private var party: any HTML {
        fieldset(.cssClass("part")) {
            legend { "当事人" }
            for question in OpeningParty.Question.of(kind) {
                TextField(
                    values.caption(
                        question.rawValue,
                        question.label,
                        hint: question.hint,
                        isRequired: question.isRequired
                    ),
                    value: values.text(question.rawValue),
                    maxLength: 200,
                    width: question == .organization ? .full : .half
                )
            }
        }
    }
}
