import HTML
import Kernel
import Supervision

/// One bulletin: what is proposed or public or would be, and what may be done about it.
struct BulletinPage: Component {
    let desk: DeskSite
    let period: BulletinPeriod
    let bulletin: SupervisionBulletin
    /// The version one looks at.
    let seen: Int
    /// What would be published today.
    let now: BulletinRecord
    let hidden: [HiddenField]
    let mayJudge: Bool
    let isProposer: Bool
    var fault: String?

    var body: any HTML {
        let title = "\(period.chinese)监督通报"
        DeskFrame(
            title,
            desk,
            part: .bulletins,
            crumbs: [Crumb("监督通报", to: SupervisionPath.bulletins), Crumb(period.chinese)]
        ) {
            h1 { title }
            p { BulletinStatus(bulletin: bulletin) }
            if let fault { AlertBox("未能记录", tone: .bad) { p { fault } } }
            if let opinion = bulletin.proposal?.sentBack {
                AlertBox("审核时退回", tone: .caution) { p { opinion } }
            }
            if let withdrawal = bulletin.withdrawal {
                AlertBox("\(withdrawal.on.chinese)撤下", tone: .caution) { p { withdrawal.reason } }
            }
            p(.cssClass("quiet")) { standing }
            if bulletin.isWaiting || bulletin.edition != nil {
                p { a(.href(SupervisionPath.bulletinPaper(period))) { "通报（PDF）" } }
            }
            BulletinContents(record: shown)
            if mayJudge { forms }
        }
    }

    private var shown: BulletinRecord {
        let proposed = bulletin.isWaiting ? bulletin.proposal?.record : nil
        return proposed ?? bulletin.edition?.record ?? now
    }

    private var standing: String {
        if bulletin.isWaiting, let proposal = bulletin.proposal {
            return "以下为\(proposal.on.chinese)提请公开的内容，请在\(proposal.reviewBy.chinese)前审核。"
        }
        if let edition = bulletin.edition { return "以下为\(edition.on.chinese)公开的内容；此后撤销的信息和撤回的文书，公开页面上不再计入。" }
        return "以下为今日提请时将要公开的内容，个人信息已隐去。"
    }

    @HTMLBuilder private var forms: any HTML {
        if bulletin.isWaiting { review }
        Panel(bulletin.edition == nil ? "提请公开" : "按现在的情况重新公开", anchor: "propose") {
            FormFrame(to: SupervisionPath.bulletin(period, .propose), hidden: hidden) {
                p {
                    now == shown
                        ? "内容与上面相同。" : "现在的内容与上面不同：认定、纠正共\(FigureSum(now.figures).held)件，监督文书\(now.orders.count)件。"
                }
                ButtonRow { SubmitButton("提请公开", weight: bulletin.isWaiting ? .secondary : .primary) }
            }
        }
        if bulletin.edition != nil {
            Panel("撤下", anchor: "withdraw") {
                FormFrame(to: SupervisionPath.bulletin(period, .withdraw), hidden: hidden) {
                    text("reason", "撤下理由", "理由向社会公开。", isRequired: true)
                    ButtonRow { SubmitButton("撤下通报", weight: .secondary) }
                }
            }
        }
    }

    private var review: any HTML {
        Panel("审核", anchor: "review") {
            if isProposer {
                p { "由提请人以外的另一名监督人员审核。" }
            } else {
                FormFrame(
                    to: SupervisionPath.bulletin(period, .review),
                    hidden: hidden + [HiddenField("seen", "\(seen)")]
                ) {
                    text("opinion", "审核意见", "退回时必填。", isRequired: false)
                    ButtonRow {
                        SubmitButton("同意公开", choice: ("outcome", "approved"))
                        SubmitButton("退回", weight: .secondary, choice: ("outcome", "sentBack"))
                    }
                }
            }
        }
    }

    private func text(_ name: String, _ label: String, _ hint: String, isRequired: Bool) -> TextArea {
        TextArea(
            FieldCaption(name, label: label, hint: hint, isRequired: isRequired),
            value: "",
            rows: 3,
            maxLength: 4_000
        )
    }
}
