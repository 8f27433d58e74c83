import Acting
import HTML
import Kernel
import Parties

/// Who asks to act for a firm, with the letter of authority; and all agents of one firm when its code is asked for.
struct MandatesPage: Component {
    struct Line: Sendable {
        let row: MandateRow
        /// `nil` once erased.
        let agent: Party?
        let isInForce: Bool
        let key: HiddenField
    }

    let code: String
    let lines: [Line]
    let refused: Wording?
    let token: HiddenField

    var body: any HTML {
        h1 { "单位代理" }
        p(.cssClass("hint")) {
            "核对授权委托书：委托单位名称和代码、代理人姓名、代理事项、权限、期限、单位签章（民法典第一百六十五条）。确认后代理人可以查看该单位的办件并以其名义申请。"
        }
        if let refused { AlertBox("未能办理", tone: .bad) { p { refused.full } } }
        Panel("查询单位") {
            FormFrame(to: WorkspacePath.mandates, method: .get) {
                TextField(
                    FieldCaption("code", label: "统一社会信用代码", hint: "查一个单位的全部代理人；留空为待确认"),
                    value: code,
                    kind: .search,
                    maxLength: 18,
                    width: .half
                )
                ButtonRow { SubmitButton("查询", weight: .secondary) }
            }
        }
        if lines.isEmpty {
            EmptyState(code.isEmpty ? "没有待确认的代理申请" : "这个代码没有代理人") { p { "新的申请会出现在这里。" } }
        }
        for line in lines { panel(line) }
    }

    private func panel(_ line: Line) -> any HTML {
        let row = line.row
        return Panel(row.firm) {
            p { line.badge }
            DefinitionList([
                Definition("统一社会信用代码", row.code),
                Definition("代理人", line.agent?.name ?? "已依法删除"),
                Definition("身份证号", line.identityNumber),
                Definition("权限", row.isKeeper ? "代为办理，并管理本单位的其他代理人" : "代为办理"),
                Definition("期限", "至\(row.until.chinese)"),
                Definition("提出", row.requestedAt.minuteText),
                Definition("授权委托书") {
                    p { a(.href(WorkspacePath.mandate(row.id.text, "letter"))) { "下载查看" } }
                },
            ])
            switch row.state {
            case .asked: deciding(line)
            case .inForce: withdrawing(line)
            case .refused, .withdrawn: NoHTML()
            }
        }
    }

    private func deciding(_ line: Line) -> any HTML {
        let id = line.row.id.text
        return FormFrame(to: WorkspacePath.mandate(id, "decide"), hidden: [token, line.key]) {
            TextField(FieldCaption("reason-\(id)", label: "退回原因", hint: "退回时填写"), maxLength: 200)
            ButtonRow {
                SubmitButton("确认代理", choice: ("act", "confirm"))
                SubmitButton("退回", weight: .secondary, choice: ("act", "refuse"))
            }
        }
    }

    private func withdrawing(_ line: Line) -> any HTML {
        let id = line.row.id.text
        return FormFrame(to: WorkspacePath.mandate(id, "withdraw"), hidden: [token, line.key]) {
            TextField(
                FieldCaption("reason-\(id)", label: "终止原因", hint: "如：单位来函取消委托", isRequired: true),
                maxLength: 200
            )
            ButtonRow { SubmitButton("终止代理", weight: .warning) }
        }
    }
}

extension MandatesPage.Line {
    fileprivate var badge: Badge {
        switch row.state {
        case .asked: Badge("待确认", tone: .caution)
        case .inForce: isInForce ? Badge("有效", tone: .good) : Badge("已到期", tone: .neutral)
        case .refused: Badge("已退回", tone: .bad)
        case .withdrawn: Badge("已终止", tone: .neutral)
        }
    }

    fileprivate var identityNumber: String {
        switch agent?.identity {
        case .person(let person?): person.identityNumber
        case .person(nil), .organization, nil: "已依法删除"
        }
    }
}
