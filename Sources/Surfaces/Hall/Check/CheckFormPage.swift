import HTML

/// Asks for the two codes that stand beside the square code of a document.
struct CheckFormPage: Component {
    let site: HallSite
    let number: String
    let errors: [FieldError]
    let token: HiddenField

    var body: any HTML {
        HallFrame("文书核验", of: site, part: .none, crumbs: [Crumb("文书核验")]) {
            h1 { "文书核验" }
            p { "扫描文书上的二维码，或者输入二维码旁的两个号码，就能知道文书是否由本系统签发、所载决定今天是否有效。" }
            ErrorSummary(errors)
            Panel("文书上的号码") {
                FormFrame(to: HallPath.checkForm, hidden: [token]) {
                    CodeFields(number: number, code: "code", label: "核验码", errors: errors)
                    ButtonRow { SubmitButton("核验") }
                }
            }
            p(.cssClass("hint")) { "核验不需要登录，也不显示当事人的信息。" }
        }
    }
}
