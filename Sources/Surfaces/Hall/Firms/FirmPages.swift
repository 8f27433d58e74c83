import HTML
import Kernel
import Parties
import WebServer

/// For whom one acts, and asking to act for another firm.
struct FirmsPage: Component {
    let site: HallSite
    let today: Day
    let mandates: [MandateRow]
    let typed: FormValues
    let errors: [FieldError]
    let hidden: [HiddenField]
    let messages: [AlertBox]

    var body: any HTML {
        HallFrame(
            "我代理的单位",
            of: site,
            part: .own,
            crumbs: [Crumb("我的", to: HallPath.own), Crumb("我代理的单位")],
            messages: messages
        ) {
            h1 { "我代理的单位" }
            ErrorSummary(errors)
            if !mandates.isEmpty {
                Panel("代理关系") {
                    DataTable(
                        "代理关系",
                        columns: [.init("单位"), .init("代码"), .init("期限"), .init("状态"), .init("操作", .action)],
                        rows: mandates.map(row)
                    )
                }
            }
            Panel("申请代单位办理") { form }
        }
    }

    private func row(_ mandate: MandateRow) -> DataTable.Row {
        let isInForce = mandate.isInForce(on: today)
        let name: any HTML = isInForce ? a(.href(HallPath.firm(mandate.id))) { mandate.firm } : span { mandate.firm }
        let mayLeave = mandate.state == .asked || mandate.state == .inForce
        return DataTable.Row([
            name, mandate.code, "至\(mandate.until.chinese)", Badge(mandate, isInForce: isInForce),
            mayLeave ? leaving(mandate) : NoHTML(),
        ])
    }

    private func leaving(_ mandate: MandateRow) -> any HTML {
        FormFrame(to: HallPath.firm(mandate.id, "leave"), hidden: hidden) {
            SubmitButton(mandate.state == .asked ? "撤回申请" : "辞去委托", weight: .secondary)
        }
    }

    private var form: any HTML {
        FormFrame(to: HallPath.firms, hidden: hidden, sendsFiles: true) {
            p {
                "请上传单位盖章的授权委托书，写明代理人姓名、代理事项、权限和期限（民法典第一百六十五条）。"
                "由政务服务窗口或者单位已有的管理员确认后生效；单位可以随时取消。"
            }
            TextField(
                FieldCaption("organizationName", label: "单位名称", hint: "与登记证书一致", isRequired: true, errors: errors),
                value: typed["organizationName"] ?? "",
                autocomplete: "organization",
                maxLength: 200
            )
            TextField(
                FieldCaption("creditCode", label: "统一社会信用代码", hint: "18 位", isRequired: true, errors: errors),
                value: typed["creditCode"] ?? "",
                maxLength: 18,
                width: .half
            )
            TextField(
                FieldCaption(
                    "until",
                    label: "委托期限至",
                    hint: "最长 \(RequestMandate.longestYears) 年，到期可以续办",
                    isRequired: true,
                    errors: errors
                ),
                value: typed["until"] ?? "",
                kind: .date,
                width: .short
            )
            ChoiceField(
                FieldCaption("keeper", label: "权限"),
                choices: [Choice("yes", "同时作为单位管理员", hint: "可以确认和取消本单位的其他代理人")],
                chosen: typed["keeper"] == "yes" ? ["yes"] : [],
                kind: .several
            )
            FileField(
                FieldCaption(
                    "letter",
                    label: "授权委托书",
                    hint: "PDF、JPG 或 PNG，不超过 20 MB",
                    isRequired: true,
                    errors: errors
                ),
                accept: ".pdf,.jpg,.jpeg,.png,.ofd"
            )
            ButtonRow { SubmitButton("提交") }
        }
    }
}

/// A firm one acts for: its cases, and for its keeper who else acts for it.
struct FirmPage: Component {
    let site: HallSite
    let mandate: MandateRow
    let cases: [OwnThings.OwnCase]
    let others: [Agent]
    let hidden: [HiddenField]
    let messages: [AlertBox]

    /// Somebody else who acts for the firm, or asks to.
    struct Agent: Sendable {
        let id: String
        let name: String
        let state: Mandate.State.Name
        let isInForce: Bool
        let until: String
    }

    var body: any HTML {
        HallFrame(
            mandate.firm,
            of: site,
            part: .own,
            crumbs: [
                Crumb("我的", to: HallPath.own), Crumb("我代理的单位", to: HallPath.firms), Crumb(mandate.firm),
            ],
            messages: messages
        ) {
            h1 { mandate.firm }
            p(.cssClass("hint")) { "\(mandate.code)　代理期限至\(mandate.until.chinese)" }
            Panel("单位办件") {
                if cases.isEmpty { p(.cssClass("quiet")) { "还没有办件。" } } else { CaseTable(cases: cases) }
                ButtonRow { LinkButton("为单位办理新的申请", to: HallPath.items, weight: .secondary) }
                p(.cssClass("hint")) { "申请时在“以谁的名义申请”中选择本单位。" }
            }
            if mandate.isKeeper { Panel("代理人") { agents } }
        }
    }

    @HTMLBuilder private var agents: any HTML {
        if others.isEmpty {
            p(.cssClass("quiet")) { "没有其他代理人。其他人注册并申请代理本单位后，在这里确认。" }
        } else {
            DataTable(
                "代理人",
                columns: [.init("姓名"), .init("期限"), .init("状态"), .init("操作", .action)],
                rows: others.map { agent in
                    DataTable.Row([
                        agent.name, "至\(agent.until)", Badge(agent.state, isInForce: agent.isInForce), actions(agent),
                    ])
                }
            )
        }
    }

    @HTMLBuilder
    private func actions(_ agent: Agent) -> any HTML {
        let fields = hidden + [HiddenField("mandate", agent.id)]
        switch agent.state {
        case .asked:
            FormFrame(to: HallPath.firm(mandate.id, "decide"), hidden: fields) {
                ButtonRow {
                    SubmitButton("确认", choice: ("act", "confirm"))
                    SubmitButton("退回", weight: .secondary, choice: ("act", "refuse"))
                }
            }
        case .inForce:
            FormFrame(to: HallPath.firm(mandate.id, "remove"), hidden: fields) {
                SubmitButton("取消委托", weight: .warning)
            }
        case .refused, .withdrawn: NoHTML()
        }
    }
}

extension Badge {
    init(_ mandate: MandateRow, isInForce: Bool) { self.init(mandate.state, isInForce: isInForce) }

    init(_ state: Mandate.State.Name, isInForce: Bool) {
        switch state {
        case .asked: self.init("待确认", tone: .caution)
        case .inForce: self.init(isInForce ? "有效" : "已到期", tone: isInForce ? .good : .neutral)
        case .refused: self.init("已退回", tone: .bad)
        case .withdrawn: self.init("已终止", tone: .neutral)
        }
    }
}
