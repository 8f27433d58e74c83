import Casework
import Directory
import HTML
import Kernel

/// The form by which a party asks that an officer keep out of the case.
struct RecusalPage: Component {
    let site: HallSite
    let start: Crumb
    let address: String
    let caseAddress: String
    let number: String
    let item: String
    let agency: String
    let named: String
    let ground: String?
    let reason: String
    let errors: [FieldError]
    let hidden: [HiddenField]

    /// Less explains nothing to who decides.
    static let shortest = 5

    var body: any HTML {
        HallFrame(
            "申请回避",
            of: site,
            part: .follow,
            crumbs: [start, Crumb(number, to: caseAddress), Crumb("申请回避")]
        ) {
            p(.cssClass("hint")) { item }
            h1 { "申请回避" }
            p {
                "认为办理、审核、主持听证的人员与本案有直接利害关系，或者有其他关系可能影响公正的，可以申请回避，由机关负责人决定（行政处罚法§43、行政许可法§48）。决定作出之前，不停止办理。"
            }
            ErrorSummary(errors)
            FormFrame(to: address, hidden: hidden, sendsFiles: true) {
                TextField(
                    FieldCaption(
                        "named",
                        label: "申请谁回避",
                        hint: "\(agency)人员的姓名，几个人的用顿号分开；不知道姓名的不填，指本件的经办人",
                        errors: errors
                    ),
                    value: named,
                    maxLength: 100
                )
                ChoiceField(
                    FieldCaption("ground", label: "回避事由", isRequired: true, errors: errors),
                    choices: RecusalGround.allCases.map { Choice($0.rawValue, $0.chinese) },
                    chosen: Set([ground].compactMap(\.self))
                )
                TextArea(
                    FieldCaption(
                        "reason",
                        label: "理由",
                        hint: "\(RecusalPage.shortest) 至 2000 个字：是什么关系，怎样知道的",
                        isRequired: true,
                        errors: errors
                    ),
                    value: reason,
                    rows: 4,
                    maxLength: 2_000
                )
                FileField(
                    FieldCaption("files", label: "证明材料", hint: "可以不交；每个不超过 20 MB", errors: errors),
                    accept: ".pdf,.jpg,.jpeg,.png,.doc,.docx,.ofd",
                    allowsSeveral: true
                )
                ButtonRow {
                    SubmitButton("提出申请")
                    LinkButton("不申请，返回办件", to: caseAddress, weight: .secondary)
                }
            }
        }
    }
}
