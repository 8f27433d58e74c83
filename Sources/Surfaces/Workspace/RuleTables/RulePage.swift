import Acting
import DecisionTables
import HTML
import Kernel
import RuleTables

/// One table of rules: what holds, what is drafted, and what either says to facts that are tried.
struct RulePage: Component {
    /// The version that holds.
    struct Standing: Sendable {
        let owner: String
        let number: Int
        let inForceFrom: Day
        let basis: String
        let table: DecisionTable
    }

    let terms: TableTerms
    let address: String
    /// `nil` where nothing holds yet.
    let inForce: Standing?
    /// Why what was put in force does not hold any more.
    let lapsed: Wording?
    let state: RuleTable
    /// The draft as written, or as just sent and not saved.
    let form: RuleForm
    let faults: [TableFault]
    let isUnsaved: Bool
    let errors: [FieldError]
    let refused: Wording?
    /// What of a file just read the form does not hold.
    let remarks: [String]
    let mayDraft: Bool
    /// Whether the reader may put in force, and had no hand in the draft.
    let mayEnact: Bool
    let earliest: Day
    let trial: RuleTrial
    let hidden: [HiddenField]

    var body: any HTML {
        h1 { terms.name }
        p(.cssClass("hint")) { "\(terms.question)？\(terms.source)。" }
        if let refused { AlertBox("未能办理", tone: .bad) { p { refused.full } } }
        ErrorSummary(errors)
        Panel("施行中") { standing }
        RuleTrialPanel(terms: terms, address: address, trial: trial)
        if mayDraft || state.draft != nil { Panel("草稿", anchor: "draft") { draft } }
    }

    @HTMLBuilder private var standing: any HTML {
        if let lapsed { AlertBox("已施行的版本与事项现行版本不符，停止适用", tone: .caution) { p { lapsed.full } } }
        if let inForce {
            DefinitionList([
                .init("规定的机关", inForce.owner), .init("版本", "第 \(inForce.number) 版，\(inForce.inForceFrom)起施行"),
                .init("依据", inForce.basis), .init("命中策略", inForce.table.hitPolicy.chinese),
            ])
            RuleSheet(
                title: "施行中",
                form: RuleForm(terms, inForce.table, basis: inForce.basis),
                faults: [],
                isOpen: false
            )
            p { a(.href("\(address)/table.dmn")) { "下载本版（DMN 1.3）" } }
        } else {
            EmptyState("还没有施行的表")
        }
    }

    @HTMLBuilder private var draft: any HTML {
        if let reason = state.draft?.returned { AlertBox("草稿被退回", tone: .caution) { p { reason } } }
        if !remarks.isEmpty {
            AlertBox("文件中有未读入的内容", tone: .caution) { ul { for remark in remarks { li { remark } } } }
        }
        proof
        if mayDraft {
            FormFrame(to: address, hidden: hidden) {
                ButtonRow {
                    SubmitButton("核对", weight: .secondary, choice: ("do", "check"))
                    SubmitButton("保存草稿", choice: ("do", "save"))
                }
                TextField(
                    FieldCaption("basis", label: "规定标准的文件", hint: "文件名称和文号", isRequired: true),
                    value: form.basis,
                    maxLength: 300
                )
                SelectField(
                    FieldCaption("policy", label: "命中策略"),
                    choices: terms.policies.map { Choice($0.rawValue, $0.chinese) },
                    chosen: form.policy.rawValue
                )
                p(.cssClass("hint")) {
                    "每格写条件：不限填 -；数写 >= 10000、< 5000 或者 [1000..5000]；文字加半角双引号，几个用逗号隔开，如 \"罚款\", \"没收违法所得\"；除外写 not(\"警告\")。"
                }
                RuleSheet(title: "草稿", form: form, faults: faults, isOpen: true)
                SubmitButton("在末尾增加一行", weight: .secondary, choice: ("do", "add:\(form.rows.count)"))
            }
            h3 { "从文件读入" }
            importing
        } else {
            RuleSheet(title: "草稿", form: form, faults: faults, isOpen: false)
        }
        if state.draft != nil {
            p { a(.href("\(address)/draft.dmn")) { "下载草稿（DMN 1.3）" } }
            enacting
        }
    }

    /// A file replaces what stands in the form; it is saved only by who then saves it.
    private var importing: any HTML {
        FormFrame(to: "\(address)/import", hidden: hidden + [HiddenField("basis", form.basis)], sendsFiles: true) {
            FileField(
                FieldCaption(
                    "file",
                    label: "读入 DMN 文件",
                    hint: "DMN 1.1 至 1.5，不超过 1 MB；读入的内容填入上面的表，核对后保存。",
                    isRequired: true,
                    errors: errors
                ),
                accept: ".dmn,.xml"
            )
            SubmitButton("读入", weight: .secondary)
        }
    }

    @HTMLBuilder private var proof: any HTML {
        let words = isUnsaved ? "尚未保存" : state.draft == nil ? "尚未起草，下表与施行中的相同" : "已保存"
        p {
            Badge(
                faults.isEmpty ? "已证明没有缺漏和重叠" : "有\(faults.count)处不符",
                tone: faults.isEmpty ? .good : .bad
            )
            " \(words)"
        }
    }

    @HTMLBuilder private var enacting: any HTML {
        if mayEnact {
            FormFrame(to: "\(address)/enact", hidden: hidden) {
                TextField(
                    FieldCaption("day", label: "施行日期", hint: "不早于\(earliest)", isRequired: true),
                    value: earliest.description,
                    kind: .date,
                    width: .short
                )
                SubmitButton("施行")
            }
            FormFrame(to: "\(address)/return", hidden: hidden) {
                TextArea(FieldCaption("reason", label: "退回理由", isRequired: true), rows: 2, maxLength: 500)
                SubmitButton("退回修改", weight: .warning)
            }
        } else {
            p(.cssClass("hint")) { "保存后由起草以外的另一名人员施行。" }
        }
    }
}
