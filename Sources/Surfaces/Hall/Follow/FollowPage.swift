import HTML

/// Asks for the two codes of a receipt.
struct FollowPage: Component {
    let site: HallSite
    let number: String
    let errors: [FieldError]
    let token: HiddenField
    let messages: [AlertBox]

    var body: any HTML {
        HallFrame("查询办件", of: site, part: .follow, crumbs: [Crumb("查询办件")], messages: messages) {
            h1 { "查询办件" }
            p { "输入回执上的两个号码，就能看到办到哪一步、什么时候办完，也可以补正材料、撤回申请、下载文书。" }
            ErrorSummary(errors)
            Panel("回执上的号码") {
                FormFrame(to: HallPath.follow, hidden: [token]) {
                    CodeFields(number: number, code: "query", label: "查询码", errors: errors)
                    ButtonRow { SubmitButton("查询") }
                }
            }
            p(.cssClass("hint")) {
                "号码丢失的，请携带身份证件到受理机关查询。要知道一份文书是真是假、是否有效，请"
                a(.href(HallPath.checkForm)) { "核验文书" }
                "。"
            }
        }
    }
}

/// The number of a case and the code that goes with it, as they stand on paper.
struct CodeFields: Component {
    let number: String
    /// The name of the code's field.
    let code: String
    let label: String
    let errors: [FieldError]

    @HTMLBuilder var body: any HTML {
        TextField(
            FieldCaption("number", label: "办件编号", hint: "如 511602-20261122-00001", isRequired: true, errors: errors),
            value: number,
            maxLength: 40,
            width: .half
        )
        TextField(
            FieldCaption(code, label: label, hint: "8 位字母和数字，不分大小写", isRequired: true, errors: errors),
            autocomplete: "off",
            maxLength: 20,
            width: .short
        )
    }
}
