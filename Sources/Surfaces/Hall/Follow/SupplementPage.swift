import HTML

/// The notice point by point: a new file or answer for each, and a tick when it is done.
struct SupplementPage: Component {
    let site: HallSite
    let start: Crumb
    let address: String
    let caseAddress: String
    let number: String
    let item: String
    let points: [Point]
    let errors: [FieldError]
    let hidden: [HiddenField]
    let messages: [AlertBox]

    /// One point of the notice.
    struct Point: Hashable, Sendable {
        /// From 0, as in the notice.
        let place: Int
        let material: String
        let kind: String
        let explanation: String
        /// Names of the files uploaded for it now.
        let files: [String]
        /// The answer to correct, when the point is about a field of the form.
        let answer: String?
        let isTicked: Bool
        /// Whether there is nothing yet that could be kept.
        let needsFile: Bool
    }

    var body: any HTML {
        HallFrame(
            "补正材料",
            of: site,
            part: .follow,
            crumbs: [
                start, Crumb(number, to: caseAddress), Crumb("补正材料"),
            ],
            messages: messages
        ) {
            p(.cssClass("hint")) { item }
            h1 { "补正材料" }
            ErrorSummary(errors)
            p { "请逐项补正并勾选。补正期间不计入办理期限；提交后机关重新在 5 个工作日内答复。" }
            FormFrame(to: address, hidden: hidden, sendsFiles: true) {
                for point in points {
                    Panel("\(point.place + 1). \(point.material)（\(point.kind)）") { form(point) }
                }
                ButtonRow {
                    SubmitButton("提交补正")
                    SubmitButton("只保存，稍后提交", weight: .secondary, choice: ("later", "1"))
                    a(.href(caseAddress)) { "返回办件" }
                }
            }
        }
    }

    @HTMLBuilder
    private func form(_ point: Point) -> any HTML {
        p { point.explanation }
        if let answer = point.answer {
            TextField(
                FieldCaption("answer-\(point.place)", label: "更正为", isRequired: true, errors: errors),
                value: answer
            )
        } else {
            if !point.files.isEmpty {
                ul(.cssClass("files")) { for file in point.files { li { "已上传：\(file)" } } }
            }
            FileField(
                FieldCaption(
                    "files-\(point.place)",
                    label: point.files.isEmpty ? "上传文件" : "再添加文件",
                    hint: "每个不超过 20 MB",
                    isRequired: point.needsFile && point.files.isEmpty,
                    errors: errors
                ),
                accept: ".pdf,.jpg,.jpeg,.png,.doc,.docx,.ofd",
                allowsSeveral: true
            )
        }
        ChoiceField(
            FieldCaption("answered-\(point.place)", label: "完成情况", isRequired: true, errors: errors),
            choices: [Choice("yes", "这一项已按要求补正")],
            chosen: point.isTicked ? ["yes"] : [],
            kind: .several
        )
    }
}

/// Asks once more before an application is taken back.
struct WithdrawPage: Component {
    let site: HallSite
    let start: Crumb
    let address: String
    let caseAddress: String
    let number: String
    let item: String
    let reason: String
    let errors: [FieldError]
    let hidden: [HiddenField]

    var body: any HTML {
        HallFrame(
            "撤回申请",
            of: site,
            part: .follow,
            crumbs: [
                start, Crumb(number, to: caseAddress), Crumb("撤回申请"),
            ]
        ) {
            p(.cssClass("hint")) { item }
            h1 { "撤回申请" }
            ErrorSummary(errors)
            AlertBox("撤回后不能恢复", tone: .caution) { p { "本办件将终止办理；需要时可以重新申请。" } }
            FormFrame(to: address, hidden: hidden) {
                TextArea(
                    FieldCaption("reason", label: "撤回原因", hint: "简单说明即可", isRequired: true, errors: errors),
                    value: reason,
                    rows: 3,
                    maxLength: 500
                )
                ButtonRow {
                    SubmitButton("确认撤回", weight: .warning)
                    LinkButton("不撤回，返回办件", to: caseAddress, weight: .secondary)
                }
            }
        }
    }
}
