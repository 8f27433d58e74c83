import Casework
import HTML

/// Puts a recording of a step into the file.
///
/// - Source: 国办发〔2018〕118号 part 3.
struct RecordingForm: Component {
    static let prefix = "recordings"

    let address: String
    /// Where large files go.
    let uploadTo: String
    let hidden: [HiddenField]
    let steps: [Choice]
    /// Who may have recorded; the first is who files it.
    let recorders: [Choice]
    let values: ActValues

    var body: any HTML {
        details(.cssClass("act side"), .open(values.typed.isOpen(values.prefix))) {
            summary { "归入音像记录" }
            FormFrame(to: address, hidden: hidden + values.typed.kept.hidden, sendsFiles: true) {
                SelectField(
                    values.caption("step", "所属环节", isRequired: true),
                    choices: steps,
                    chosen: values.chosen("step")
                )
                SelectField(
                    values.caption("way", "记录方式", isRequired: true),
                    choices: Recording.Way.allCases.map { Choice($0.rawValue, $0.chinese) },
                    chosen: values.chosen("way")
                )
                line("content", "记录内容", "对象、经过和要点，如：出示证件、现场检查、当事人签字")
                line("place", "记录场所", "")
                line("device", "设备编号", "")
                TextField(
                    values.caption("startedAt", "开始时间", isRequired: true),
                    value: values.text("startedAt"),
                    kind: .moment,
                    width: .short
                )
                TextField(
                    values.caption("minutes", "时长（分钟）", hint: "照片填 0", isRequired: true),
                    value: values.text("minutes"),
                    kind: .number,
                    width: .short
                )
                TextField(
                    values.caption("interruption", "中断的时间和原因", hint: "没有中断的不填"),
                    value: values.text("interruption"),
                    maxLength: 500
                )
                SelectField(
                    values.caption("recorder", "记录人", isRequired: true),
                    choices: recorders,
                    chosen: values.chosen("recorder")
                )
                ChoiceField(
                    values.caption("isEvidence", "用途"),
                    choices: [Choice("true", "作为证据使用", hint: "保存期限与案卷相同")],
                    chosen: Set([values.text("isEvidence")]),
                    kind: .several
                )
                KeptFilesField(
                    name: "files",
                    label: "文件",
                    hint: "录像、录音、照片，每个不超过 20 MB、合计不超过 60 MB；选定后即开始上传的页面可续传，每个不超过 4 GB。至多 \(EvidenceFiles.most) 个",
                    accept: ".mp4,.mp3,.wav,.jpg,.jpeg,.png",
                    uploadTo: uploadTo,
                    values: values
                )
                ButtonRow { SubmitButton("确认：归入音像记录") }
            }
        }
    }

    private func line(_ name: String, _ label: String, _ hint: String) -> TextField {
        TextField(values.caption(name, label, hint: hint, isRequired: true), value: values.text(name), maxLength: 500)
    }
}
