import Casework
import HTML

/// Puts one piece of evidence into the file, with what shows it.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 42, 46.
struct EvidenceForm: Component {
    static let prefix = "evidence"

    let address: String
    /// Where large files go.
    let uploadTo: String
    let hidden: [HiddenField]
    let posts: [Choice]
    let companions: [Choice]
    /// Whether the law wants two who obtain it.
    let needsTwo: Bool
    let values: ActValues

    var body: any HTML {
        details(.cssClass("act side"), .open(values.typed.isOpen(values.prefix))) {
            summary { "添加证据" }
            FormFrame(to: address, hidden: hidden + values.typed.kept.hidden, sendsFiles: true) {
                if posts.count > 1 {
                    ChoiceField(
                        values.caption("post", "以何岗位办理", isRequired: true),
                        choices: posts,
                        chosen: Set([values.text("post")])
                    )
                }
                SelectField(
                    values.caption("kind", "证据种类", hint: "行政处罚法§46", isRequired: true),
                    choices: Evidence.Kind.allCases.map { Choice($0.rawValue, $0.chinese) },
                    chosen: values.chosen("kind")
                )
                line("name", "证据名称", "")
                line("shows", "证明的事项", "这件证据证明什么事实")
                line("origin", "证据来源", "从何人、何处取得")
                TextField(
                    values.caption("obtainedOn", "取得日期", isRequired: true),
                    value: values.text("obtainedOn"),
                    kind: .date,
                    width: .short
                )
                KeptFilesField(
                    name: "files",
                    label: "文件",
                    hint: "照片、扫描件、录音录像，每个不超过 20 MB、合计不超过 60 MB；选定后即开始上传的页面可续传，每个不超过 4 GB。至多 \(EvidenceFiles.most) 个",
                    accept: ".pdf,.jpg,.jpeg,.png,.doc,.docx,.ofd,.mp3,.mp4",
                    uploadTo: uploadTo,
                    values: values
                )
                if needsTwo || !companions.isEmpty { companionField }
                ButtonRow { SubmitButton("确认：添加证据") }
            }
        }
    }

    @HTMLBuilder
    private var companionField: any HTML {
        if companions.isEmpty {
            AlertBox("收集证据应由 2 人以上进行，本岗位没有其他人员", tone: .caution) { p { "请联系机构人员维护人员补充（行政处罚法§42）。" } }
        } else {
            ChoiceField(
                values.caption(
                    "companions",
                    "共同收集人员",
                    hint: needsTwo ? "收集证据应由 2 人以上进行（行政处罚法§42）" : "",
                    isRequired: needsTwo
                ),
                choices: companions,
                chosen: Set(values.typed.all("companions", in: values.prefix)),
                kind: .several
            )
        }
    }

    private func line(_ name: String, _ label: String, _ hint: String) -> TextField {
        TextField(values.caption(name, label, hint: hint, isRequired: true), value: values.text(name), maxLength: 500)
    }
}
