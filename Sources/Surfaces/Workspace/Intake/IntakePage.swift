import Casework
import Catalog
import Documents
import HTML
import Kernel
import Parties
import WebServer

/// The items for which the window takes applications.
struct IntakeListPage: Component {
    let matters: [IntakeMatter]

    var body: any HTML {
        h1 { "窗口收件" }
        p(.cssClass("hint")) { "由本机关依申请办理的事项；只列已确认公布、依据有效的事项（川办发〔2011〕45号）。" }
        if matters.isEmpty {
            EmptyState("本机关没有可以收件的事项") { p { "事项公布并配置流程后出现在这里。" } }
        } else {
            DataTable(
                "可以收件的事项",
                columns: [.init("事项"), .init("编码"), .init("材料"), .init("操作", .action)],
                rows: matters.map { matter in
                    .init([
                        matter.name, matter.code, "\(matter.materials.count) 项",
                        a(
                            .cssClass("button secondary"),
                            .href(WorkspacePath.intake(matter.id.text)),
                            .aria(.label, "收件：\(matter.name)")
                        ) { "收件" },
                    ])
                }
            )
        }
    }
}

/// Taking one application over the counter or out of the post: who applies, the form, and what was handed in.
///
/// - Source: Administrative License Law (行政许可法) art. 29 (applications by letter too), 32.
struct IntakePage: Component {
    let matter: IntakeMatter
    let kind: Party.Kind
    /// The number of the booking by which the applicant came; `nil` without one.
    let booking: String?
    let hidden: [HiddenField]
    let values: ActValues
    let refusal: String?
    /// The permit that is to be renewed or changed; `nil` for a new one.
    let prior: IntakePrior?

    var body: any HTML {
        h1 { "窗口收件" }
        p(.cssClass("hint")) { "\(matter.name)（\(matter.code)）" }
        if let refusal { AlertBox(refusal, tone: .bad) { p(.cssClass("hint")) { "没有收件。" } } }
        ErrorSummary(values.typed.errors)
        if let prior { IntakePriorPanel(prior: prior) }
        Tabs(
            "申请人类型",
            [Party.Kind.person, .organization].map { choice in
                NavigationLink(
                    choice == .person ? "个人" : "企业或其他组织",
                    to: prior.map { prior in
                        let purpose = prior.followUp.purpose.rawValue
                        return WorkspacePath.intake(matter.id.text, purpose, of: prior.number, choice.rawValue)
                    } ?? WorkspacePath.intake(matter.id.text, choice.rawValue, booking: booking),
                    isCurrent: choice == kind
                )
            }
        )
        Panel("申请") {
            FormFrame(to: WorkspacePath.intake, hidden: hidden, sendsFiles: true) {
                // The first button of a form is what the Enter key presses.
                input(.type("submit"), .hidden())
                applicant
                if !matter.rules.form.isEmpty { form }
                if let prior { note(prior.followUp.purpose) }
                if !matter.materials.isEmpty { materials }
                receipt
                ButtonRow {
                    SubmitButton("确认：收件")
                    LinkButton("返回", to: WorkspacePath.intake, weight: .secondary)
                }
            }
        }
    }

    private var applicant: any HTML {
        fieldset(.cssClass("part")) {
            legend { "申请人" }
            div(.cssClass("form-grid")) {
                for question in OpeningParty.Question.of(kind) {
                    TextField(
                        values.caption(question.rawValue, question.label, hint: question.hint, isRequired: true),
                        value: values.text(question.rawValue),
                        maxLength: 200
                    )
                }
            }
        }
    }

    private func note(_ purpose: FollowUp.Purpose) -> any HTML {
        TextArea(
            values.caption(
                IntakePrior.note,
                purpose == .change ? "变更的内容和理由" : "申请说明",
                hint: "申请表没有的内容写在这里",
                isRequired: purpose == .change
            ),
            value: values.text(IntakePrior.note),
            rows: 3,
            maxLength: 500
        )
    }

    private var form: any HTML {
        fieldset(.cssClass("part")) {
            legend { "申请表" }
            for part in matter.form(stated, spare: spareRows).parts {
                switch part {
                case .question(let question): control(question)
                case .group(let group): rows(group)
                }
            }
        }
    }

    private var stated: [String: String] {
        values.typed.isOpen(values.prefix)
            ? IntakeField.stated(values.typed.values, values.prefix) : IntakeField.stated(values.defaults)
    }

    /// An empty row to begin with, more where they were asked for.
    private var spareRows: Int { values.text(ActValues.more).isEmpty ? 1 : 4 }

    private func rows(_ group: AskedForm.Group) -> any HTML {
        let field = group.field
        let isRepeated = field.rows.upperBound > 1
        let hints = [
            group.condition.map { "\($0)的填写" }, isRepeated ? "填 \(field.expectation)，空着的项不保存" : nil, field.hint,
        ]
        return FieldRows(
            values.caption(
                IntakeField.answer(field),
                field.label,
                hint: hints.compactMap(\.self).joined(separator: "；"),
                isRequired: field.rows.lowerBound > 0
            ),
            rows: group.rows.enumerated().map { place, questions in
                FieldRows.Row(isRepeated ? "\(field.label) \(place + 1)" : field.label) {
                    for question in questions { control(question) }
                }
            },
            addition: group.rows.count < field.rows.upperBound
                ? ("再加几项：\(field.label)", "\(values.prefix)-\(ActValues.more)", "1") : nil
        )
    }

    private func control(_ question: AskedForm.Question) -> any HTML {
        let field = question.field
        let hints = [question.condition.map { "\($0)的填写" }, field.hint]
        return QuestionField(
            values.caption(
                IntakeField.answer(field),
                question.label,
                hint: hints.compactMap(\.self).joined(separator: "；"),
                isRequired: field.isRequired
            ),
            kind: QuestionField.Kind(rawValue: field.kind.rawValue) ?? .line,
            value: values.text(IntakeField.answer(field)),
            choices: field.choices ?? [],
            maxLength: field.longest
        )
    }

    /// Paper and files beside each other: what was scanned is uploaded, what was not is at least noted as taken.
    private var materials: any HTML {
        fieldset(.cssClass("part")) {
            legend { "申请材料" }
            for (place, material) in matter.materials.enumerated() {
                div(.cssClass("form-grid")) {
                    ChoiceField(
                        values.caption(
                            IntakeField.paper(place),
                            "\(place + 1). \(material.name)",
                            hint: hint(material),
                            isRequired: material.mustBeFiled && prior == nil
                        ),
                        choices: [Choice("1", "已收纸质")],
                        chosen: Set([values.text(IntakeField.paper(place))]),
                        kind: .several
                    )
                    div {
                        KeptFilesField(
                            name: IntakeField.files(place),
                            label: "扫描件",
                            hint: "",
                            accept: ".pdf,.jpg,.jpeg,.png,.doc,.docx,.ofd",
                            values: values
                        )
                    }
                }
            }
        }
    }

    private func hint(_ material: Material) -> String {
        let parts = [
            material.condition ?? material.necessity.chinese, material.form.chinese,
            material.originals > 0 ? "原件 \(material.originals) 份" : "",
            material.copies > 0 ? "复印件 \(material.copies) 份" : "", material.note ?? "",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "；")
    }

    private var receipt: any HTML {
        fieldset(.cssClass("part")) {
            legend { "收件" }
            TextField(
                values.caption(
                    IntakeField.receivedOn,
                    "收到申请的日期",
                    hint: "邮寄或者此前收到的，填收到之日；答复期限自该日起算（行政许可法§32）",
                    isRequired: true
                ),
                value: values.text(IntakeField.receivedOn),
                kind: .date,
                width: .short
            )
        }
    }
}

/// The names of the form's fields, without the prefix.
enum IntakeField {
    static let mostFiles = 10
    static let receivedOn = "receivedOn"

    static func answer(_ field: FormField) -> String { answerPrefix + field.key }

    private static let answerPrefix = "answer-"

    /// The answers among the fields of a form that was sent, by the keys of their questions.
    static func stated(_ values: FormValues, _ prefix: String) -> [String: String] {
        let start = "\(prefix)-"
        let pairs = values.pairs.filter { $0.name.hasPrefix(start) }.map {
            (String($0.name.dropFirst(start.count)), $0.value)
        }
        return stated(Dictionary(pairs) { first, _ in first })
    }

    /// The answers among fields that are named without the form's prefix.
    static func stated(_ fields: [String: String]) -> [String: String] {
        let answers = fields.filter { $0.key.hasPrefix(answerPrefix) }
            .map { (String($0.key.dropFirst(answerPrefix.count)), $0.value) }
        return Dictionary(answers) { first, _ in first }
    }
    static func paper(_ place: Int) -> String { "paper-\(place)" }
    static func files(_ place: Int) -> String { "files-\(place)" }
}

/// What the applicant takes home: the numbers, what was handed in, and by when there is an answer.
///
/// - Source: Administrative License Law (行政许可法) art. 32; 国办发〔2018〕118号 (全过程记录).
struct IntakeReceiptPage: Component {
    struct Line: Sendable {
        let material: String
        let given: String
    }

    let matter: IntakeMatter
    let applicant: String
    let number: String
    let queryCode: String
    let receivedOn: Day
    let answerDue: Day
    let clerk: String
    let lines: [Line]
    let followAddress: String
    /// Why, by what was filled in, the conditions may not be met; `nil` when nothing says so.
    let doubt: String?

    var body: any HTML {
        section(.cssClass("panel receipt")) {
            h1 { "收件凭证" }
            if let doubt {
                AlertBox("按填写的内容，可能不符合条件", tone: .caution) {
                    p { "\(doubt)。请当场告知申请人；申请人坚持申请的，依法审查决定。" }
                }
            }
            dl(.cssClass("receipt-codes")) {
                div {
                    dt { "办件编号" }
                    dd { number }
                }
                div {
                    dt { "查询码" }
                    dd { queryCode }
                }
            }
            DefinitionList([
                Definition("事项", "\(matter.name)（\(matter.code)）"), Definition("申请人", applicant),
                Definition("收件机关", matter.agencyName), Definition("收到日期", receivedOn.chinese),
                Definition("最迟答复日", answerDue.chinese), Definition("收件人", clerk),
            ])
            if !lines.isEmpty {
                DataTable(
                    "收到的材料",
                    columns: [.init("序号"), .init("材料"), .init("收到")],
                    rows: lines.enumerated().map { .init(["\($0 + 1)", $1.material, $1.given]) },
                    showsTitle: true
                )
            }
            p(.cssClass("hint")) {
                "最迟答复日前告知是否受理；需要补正的一次性告知；逾期不告知的，自收到申请材料之日起即为受理（行政许可法第三十二条）。"
            }
            p(.cssClass("hint")) { "凭办件编号和查询码查询进度：\(followAddress)。查询码只在本凭证上显示，请交给申请人。" }
            if let code = try? QRCode(followAddress) {
                div(.cssClass("qr")) {
                    SVG.root(
                        Attribute("viewBox", "0 0 \(code.size) \(code.size)"),
                        .role("img"),
                        .aria(.label, "扫码查询办件进度")
                    ) { SVG.path(code.outline) }
                }
            }
        }
        ButtonRow {
            LinkButton("打开办件", to: WorkspacePath.caseFile(number))
            LinkButton("继续收件", to: WorkspacePath.intake, weight: .secondary)
        }
    }
}
