import HTML
import Parties

/// The start page of who is signed in.
struct OwnPage: Component {
    let site: HallSite
    let own: Own
    let token: HiddenField
    let messages: [AlertBox]

    var body: any HTML {
        HallFrame("我的", of: site, part: .own, crumbs: [Crumb("我的")], messages: messages) {
            h1 { "我的" }
            Panel("账号") {
                DefinitionList([
                    Definition("手机号", own.maskedMobile),
                    Definition("实名信息") {
                        if let person = own.person {
                            p {
                                "\(Masking.name(person.name, .middle))，\(Masking.identityNumber(person.identityNumber))"
                            }
                        } else {
                            p {
                                "未登记。办理业务时可以自动填写。"
                                a(.href(HallPath.realName)) { "登记实名信息" }
                            }
                        }
                    },
                ])
                FormFrame(to: HallPath.signOut, hidden: [token]) {
                    ButtonRow {
                        LinkButton("密码与登录设备", to: HallPath.security, weight: .secondary)
                        SubmitButton("退出登录", weight: .secondary)
                    }
                }
            }
        }
    }
}
