import HTML

/// The receipt: number, query code, a code to scan, and by when there is an answer.
struct ReceiptPage: Component {
    let site: HallSite
    let item: String
    let agency: String?
    let number: String
    /// Nil for an agent, who must not keep a way to the firm's case beyond the mandate.
    let queryCode: String?
    /// Whether the case lies in the account that is signed in.
    let isOwn: Bool
    let answerDue: String

    var body: any HTML {
        HallFrame("申请已收到", of: site, part: .items, crumbs: [Crumb("申请已收到")]) {
            ReceiptPanel(
                "申请已收到",
                intro: queryCode == nil
                    ? "申请材料已以单位名义提交。单位的代理人登录后在“我的”中查询进度和补正材料。" : nil,
                keptFor: "查询进度和补正材料时要用",
                codes: [("办件编号", number)] + (queryCode.map { [("查询码", $0)] } ?? []),
                facts: [Definition("事项", item), Definition("收件机关", agency), Definition("最迟答复日", answerDue)],
                scanned: queryCode.flatMap { code in
                    site.publicAddress.map { $0 + HallPath.caseFile(number, code) }
                },
                purpose: "扫码查看办理进度"
            )
            p(.cssClass("hint")) {
                "最迟答复日前会告知是否受理；需要补正的一次性告知。逾期不告知的，自收到申请材料之日起即为受理（行政许可法第三十二条）。"
            }
            if queryCode != nil { p(.cssClass("hint")) { "查询码只在这里显示。可以打印本页或拍照保存；不要告诉无关的人。" } }
            if isOwn, queryCode != nil { p { "本办件已归入您的账号，登录后在“我的”中随时查看，不必输入查询码。" } }
            ButtonRow {
                LinkButton(
                    "查看办理进度",
                    to: isOwn ? HallPath.ownCase(number) : HallPath.caseFile(number, queryCode ?? "")
                )
            }
        }
    }
}
