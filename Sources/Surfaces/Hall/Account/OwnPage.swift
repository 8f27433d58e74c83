import Bookings
import HTML
import Kernel
import Parties
import Participation

/// The start page of who is signed in: what is begun, what is under way, letters, the account.
struct OwnPage: Component {
    let site: HallSite
    let own: Own
    let today: Day
    let things: OwnThings
    /// What was typed to take in an earlier case.
    let number: String
    let errors: [FieldError]
    let token: HiddenField
    let messages: [AlertBox]

    var body: any HTML {
        HallFrame("我的", of: site, part: .own, crumbs: [Crumb("我的")], messages: messages) {
            h1 { "我的" }
            ErrorSummary(errors)
            if !things.drafts.isEmpty { Panel("未提交的申请") { drafts } }
            Panel("我的办件") {
                if things.cases.isEmpty {
                    p(.cssClass("quiet")) { "还没有办件。登录后提交的申请自动出现在这里。" }
                } else {
                    CaseTable(cases: things.cases)
                }
                ButtonRow { LinkButton("办理新的申请", to: HallPath.items, weight: .secondary) }
            }
            if !things.bookings.isEmpty { Panel("我的窗口预约") { bookings } }
            if !things.letters.isEmpty { Panel("我的咨询投诉") { letters } }
            if !things.requests.isEmpty { Panel("我的信息公开申请") { requests } }
            Panel("代单位办理", anchor: "firms") { firms }
            Panel("归入以前的办件", anchor: "adding") { adding }
            Panel("账号") { account }
        }
    }

    private var drafts: any HTML {
        ul(.cssClass("files")) {
            for draft in things.drafts {
                li {
                    a(.href(HallPath.draft(draft.id))) { draft.item }
                    FormFrame(to: HallPath.dropDraft, hidden: [token, HiddenField("draft", draft.id)]) {
                        SubmitButton("删除草稿", weight: .secondary)
                    }
                }
            }
        }
    }

    @HTMLBuilder private var firms: any HTML {
        let active = own.mandates.filter { $0.isInForce(on: today) }
        if active.isEmpty {
            p { "受企业或者其他组织委托的，上传授权委托书、经确认后，可以查看单位的办件并以单位名义申请。" }
        } else {
            ul { for mandate in active { li { a(.href(HallPath.firm(mandate.id))) { mandate.firm } } } }
        }
        ButtonRow { LinkButton(active.isEmpty ? "申请代单位办理" : "管理代理关系", to: HallPath.firms, weight: .secondary) }
    }

    private var letters: any HTML {
        DataTable(
            "我的咨询投诉",
            columns: [.init("编号"), .init("类型"), .init("提交日"), .init("状态")],
            rows: things.letters.map { letter in
                DataTable.Row([
                    a(.href(HallPath.ownLetter(letter.number))) { letter.number }, letter.kind.chinese,
                    letter.filedOn.description, Badge(letter.stage.chinese),
                ])
            }
        )
    }

    private var bookings: any HTML {
        DataTable(
            "我的窗口预约",
            columns: [.init("预约号"), .init("时间"), .init("状态")],
            rows: things.bookings.map { booking in
                DataTable.Row([
                    a(.href(HallPath.ownBooking(booking.number))) { booking.number },
                    "\(booking.day.shortText) \(booking.slot.text)", booking.stage.badge,
                ])
            }
        )
    }

    private var requests: any HTML {
        DataTable(
            "我的信息公开申请",
            columns: [.init("编号"), .init("提交日"), .init("答复期限"), .init("状态")],
            rows: things.requests.map { request in
                DataTable.Row([
                    a(.href(HallPath.ownInformation(request.number))) { request.number }, request.filedOn.description,
                    request.dueOn?.description ?? "—",
                    request.stage == .correcting
                        ? Badge(request.stage.chinese, tone: .caution) : Badge(request.stage.chinese),
                ])
            }
        )
    }

    private var adding: any HTML {
        FormFrame(to: HallPath.ownCases, hidden: [token]) {
            p(.cssClass("hint")) { "以前没有登录时提交的申请、来信或者信息公开申请，凭回执上的号码归入账号，以后不必再输查询码。" }
            TextField(
                FieldCaption("number", label: "办件编号", isRequired: true, errors: errors),
                value: number,
                maxLength: 40,
                width: .half
            )
            TextField(
                FieldCaption("query", label: "查询码", hint: "8 位字母和数字，不分大小写", isRequired: true, errors: errors),
                autocomplete: "off",
                maxLength: 20,
                width: .short
            )
            ButtonRow { SubmitButton("归入账号", weight: .secondary) }
        }
    }

    @HTMLBuilder private var account: any HTML {
        DefinitionList([
            Definition("手机号", own.maskedMobile),
            Definition("实名信息") {
                if let person = own.person {
                    p { "\(Masking.name(person.name, .middle))，\(Masking.identityNumber(person.identityNumber))" }
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
                LinkButton("社会监督", to: HallPath.ownSupervision, weight: .secondary)
                LinkButton("密码与登录设备", to: HallPath.security, weight: .secondary)
                SubmitButton("退出登录", weight: .secondary)
            }
        }
    }
}

/// Cases with what they want, the ones that wait for the applicant first.
struct CaseTable: Component {
    let cases: [OwnThings.OwnCase]

    var body: any HTML {
        DataTable(
            "办件",
            columns: [.init("事项"), .init("办件编号"), .init("收到申请"), .init("状态")],
            rows: OwnThings.Standing.allCases.flatMap { standing in
                cases.filter { $0.standing == standing }
            }.map { row in
                DataTable.Row([
                    a(.href(row.address)) { row.item }, row.number, row.receivedOn.description, row.standing.badge,
                ])
            }
        )
    }
}
