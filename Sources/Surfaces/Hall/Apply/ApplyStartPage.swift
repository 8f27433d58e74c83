import HTML

/// Before one begins: what is needed, how long it takes, what happens then.
struct ApplyStartPage: Component {
    let site: HallSite
    let code: String
    let name: String
    let agency: String?
    let promised: String?
    let statutory: String?
    let fee: String?
    let materials: [MaterialEntry]
    let firms: [Choice]
    let token: HiddenField

    var body: any HTML {
        HallFrame(
            "申请：\(name)",
            of: site,
            part: .items,
            crumbs: [
                Crumb("办事事项", to: HallPath.items), Crumb(name, to: HallPath.item(code)), Crumb("在线申请"),
            ]
        ) {
            h1 { "在线申请：\(name)" }
            p { "\(site.account == .own ? "申请将归入您的账号，已知的信息自动填写。" : "不用注册。")填写约需 15 分钟，可以随时暂存、换个时间继续；草稿保留 30 天。" }
            Panel("开始之前请准备") {
                ul {
                    li { "申请人身份信息：个人为姓名、身份证号和手机号；单位为名称、统一社会信用代码和法定代表人信息。" }
                    for material in materials {
                        li {
                            material.name
                            span(.cssClass("hint")) { "（\(material.necessity)，\(material.form)）" }
                        }
                    }
                }
                p(.cssClass("hint")) { "材料可以是照片或扫描件，每个文件不超过 20 MB。" }
            }
            Panel("提交之后") {
                ol {
                    li { "立即得到办件编号和查询码，凭它们随时查看进度。" }
                    li { "受理机关在 5 个工作日内答复：受理、一次性告知补正，或不予受理并说明理由。" }
                    li { "受理后在期限内作出决定。" }
                }
                DefinitionList([
                    Definition("决定机关", agency), Definition("承诺时限", promised), Definition("法定时限", statutory),
                    Definition("收费", fee),
                ])
            }
            FormFrame(to: HallPath.apply(code), hidden: [token]) {
                if !firms.isEmpty {
                    ChoiceField(
                        FieldCaption("mandate", label: "以谁的名义申请", isRequired: true),
                        choices: [Choice("", "本人")] + firms,
                        chosen: [""]
                    )
                }
                ButtonRow {
                    SubmitButton("开始填写")
                    a(.href(HallPath.item(code))) { "返回办事指南" }
                }
            }
        }
    }
}
