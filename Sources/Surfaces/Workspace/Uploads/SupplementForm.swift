import Casework
import HTML

/// Takes over the counter what a notice of correction asked for, point by point, on paper or as files.
///
/// - Source: Administrative License Law (行政许可法) art. 32(4).
struct SupplementForm: Component {
    struct Point: Sendable {
        let asked: CorrectionPoint
        /// The answer the point is about; `nil` for one about a material.
        let answer: String?
    }

    static let prefix = "supplement"
    static let mostFiles = 10

    static func text(_ place: Int) -> String { "text-\(place)" }
    static func paper(_ place: Int) -> String { "paper-\(place)" }
    static func files(_ place: Int) -> String { "files-\(place)" }

    let address: String
    let hidden: [HiddenField]
    let points: [Point]
    let values: ActValues

    var body: any HTML {
        details(.cssClass("act side"), .open(values.typed.isOpen(values.prefix))) {
            summary { "收取补正材料" }
            FormFrame(to: address, hidden: hidden + values.typed.kept.hidden, sendsFiles: true) {
                for (place, point) in points.enumerated() {
                    fieldset(.cssClass("part")) {
                        legend { "\(place + 1). \(point.asked.material)" }
                        p(.cssClass("hint")) { "\(point.asked.kind.chinese)：\(point.asked.explanation)" }
                        if point.answer == nil { material(place) } else { answer(place) }
                    }
                }
                p(.cssClass("hint")) { "全部补正后提交；逾期不告知的，自收到补正材料之日起即为受理（行政许可法§32）。" }
                ButtonRow { SubmitButton("确认：收取补正材料") }
            }
        }
    }

    private func answer(_ place: Int) -> any HTML {
        TextField(
            values.caption(SupplementForm.text(place), "补正后的内容", isRequired: true),
            value: values.text(SupplementForm.text(place)),
            maxLength: 4_000
        )
    }

    @HTMLBuilder
    private func material(_ place: Int) -> any HTML {
        ChoiceField(
            values.caption(SupplementForm.paper(place), "纸质", isRequired: true),
            choices: [Choice("1", "已收纸质")],
            chosen: Set([values.text(SupplementForm.paper(place))]),
            kind: .several
        )
        KeptFilesField(
            name: SupplementForm.files(place),
            label: "扫描件",
            hint: "",
            accept: ".pdf,.jpg,.jpeg,.png,.doc,.docx,.ofd",
            values: values
        )
    }
}
