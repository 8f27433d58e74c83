import HTML

/// Name and number of the identity card, given once.
struct RealNamePage: Component {
    let site: HallSite
    let name: String
    let identityNumber: String
    let errors: [FieldError]
    let hidden: [HiddenField]

    var body: any HTML {
        HallFrame(
            "登记实名信息",
            of: site,
            part: .own,
            crumbs: [Crumb("我的", to: HallPath.own), Crumb("登记实名信息")]
        ) {
            div(.cssClass("narrow")) {
                h1 { "登记实名信息" }
                ErrorSummary(errors)
                p { "用于自动填写申请表，以及受单位委托代为办理时表明身份。加密保存；登记后不能自行更改。" }
                Panel("本人身份") {
                    FormFrame(to: HallPath.realName, hidden: hidden) {
                        TextField(
                            FieldCaption("name", label: "姓名", hint: "与身份证一致", isRequired: true, errors: errors),
                            value: name,
                            autocomplete: "name",
                            maxLength: 60,
                            width: .half
                        )
                        TextField(
                            FieldCaption(
                                "identityNumber",
                                label: "身份证号",
                                hint: "18 位",
                                isRequired: true,
                                errors: errors
                            ),
                            value: identityNumber,
                            autocomplete: "off",
                            maxLength: 18,
                            width: .half
                        )
                        ButtonRow {
                            SubmitButton("登记")
                            a(.href(HallPath.own)) { "以后再说" }
                        }
                    }
                    p(.cssClass("hint")) { "本系统核对号码的校验位，尚未与公安人口库比对；受理机关可以要求出示证件。" }
                }
            }
        }
    }
}
