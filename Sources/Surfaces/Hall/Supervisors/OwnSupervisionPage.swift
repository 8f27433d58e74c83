import Casework
import HTML
import Kernel
import Participation
import WebServer

/// Where an appointment is taken up, with the letter of appointment at hand.
struct TakeUpPage: Component {
    let site: HallSite
    let number: String
    let errors: [FieldError]
    let token: HiddenField
    let messages: [AlertBox]

    var body: any HTML {
        HallFrame(
            "社会监督",
            of: site,
            part: .own,
            crumbs: [Crumb("我的", to: HallPath.own), Crumb("社会监督")],
            messages: messages
        ) {
            h1 { "领取社会监督员聘任书" }
            ErrorSummary(errors)
            p { "聘任书上有编号和领取码。领取以后，在这里查看抽取的样本、提出意见。" }
            FormFrame(to: HallPath.ownSupervision, hidden: [token]) {
                TextField(
                    FieldCaption("number", label: "聘任书编号", isRequired: true, errors: errors),
                    value: number,
                    maxLength: 40,
                    width: .half
                )
                TextField(
                    FieldCaption("query", label: "领取码", hint: "8 位字母和数字，不分大小写", isRequired: true, errors: errors),
                    autocomplete: "off",
                    maxLength: 20,
                    width: .short
                )
                ButtonRow { SubmitButton("领取") }
            }
        }
    }
}

/// The start page of a public supervisor: the sample, an opinion to write, what was said and answered.
struct OwnSupervisionPage: Component {
    let site: HallSite
    let supervision: OwnSupervision
    let today: Day
    let agencies: [Choice]
    let typed: FormValues
    let errors: [FieldError]
    let hidden: [HiddenField]
    let messages: [AlertBox]

    private var supervisor: SupervisorRow { supervision.supervisor }

    var body: any HTML {
        HallFrame(
            "社会监督",
            of: site,
            part: .own,
            crumbs: [Crumb("我的", to: HallPath.own), Crumb("社会监督")],
            messages: messages
        ) {
            h1 { "社会监督" }
            ErrorSummary(errors)
            Panel("聘任") {
                DefinitionList([
                    Definition("姓名", supervisor.name), Definition("类别", supervisor.kind.chinese),
                    Definition("任期", "\(supervisor.from.chinese) 至 \(supervisor.through.chinese)"),
                    Definition("聘任书编号", supervisor.number),
                ])
            }
            if !supervision.isInOffice { AlertBox("现在不在任期内，不能提出意见。", tone: .caution) }
            Panel("随机抽取的样本") { sample }
            if supervision.isInOffice { Panel("对机关或者事项提出意见", anchor: "opinion") { form } }
            Panel("我提出的意见") { opinions }
        }
    }

    @HTMLBuilder private var sample: any HTML {
        if supervision.sample.isEmpty {
            p(.cssClass("quiet")) { "还没有抽取样本。监督机构抽取以后出现在这里。" }
        } else {
            p(.cssClass("hint")) { "由系统随机抽取；只显示公众看得到的内容和办理进度，不含当事人信息。与您有关的办件不能查看。" }
            DataTable(
                "样本",
                columns: [.init("样本"), .init("事项"), .init("机关"), .init("进度")],
                rows: supervision.sample.map { sampled in
                    DataTable.Row([
                        sampled.isOwn
                            ? span { "样本 \(sampled.place)（回避）" }
                            : a(.href(HallPath.sampledCase(sampled.place))) { "样本 \(sampled.place)" },
                        sampled.item, sampled.agency, sampled.stage.name.chinese,
                    ])
                }
            )
        }
    }

    private var form: any HTML {
        FormFrame(to: HallPath.ownOpinions, hidden: hidden) {
            SelectField(
                FieldCaption("agency", label: "机关", isRequired: true, errors: errors),
                choices: [Choice("", "请选择")] + agencies,
                chosen: typed["agency"]
            )
            TextField(
                FieldCaption("item", label: "事项编码", hint: "对事项提意见的填写，见事项页面", errors: errors),
                value: typed["item"] ?? "",
                maxLength: 80,
                width: .half
            )
            OpinionField(text: typed["opinion"] ?? "", errors: errors)
            ButtonRow { SubmitButton("提交意见") }
        }
    }

    @HTMLBuilder private var opinions: any HTML {
        if supervision.opinions.isEmpty {
            p(.cssClass("quiet")) { "还没有提出意见。" }
        } else {
            ul(.cssClass("letters")) {
                for opinion in supervision.opinions {
                    li {
                        p {
                            standing(opinion)
                            strong { opinion.subject.item?.name ?? opinion.subject.agencyName }
                        }
                        p(.cssClass("hint")) { "\(opinion.number)　\(opinion.on)提出" }
                        Paragraphs("意见：\(opinion.text ?? "内容已依法删除")")
                        if let answered = opinion.answered { Paragraphs("答复：\(answered.answer)") }
                    }
                }
            }
        }
    }

    private func standing(_ opinion: OpinionEntry) -> Badge {
        if let answered = opinion.answered { return Badge("\(answered.on) 已答复", tone: .good) }
        let due = opinion.answer.day
        return today > due
            ? Badge("应于 \(due) 前答复，已逾期", tone: .bad) : Badge("应于 \(due) 前答复", tone: .active)
    }
}

/// One case of the sample.
struct SampledCasePage: Component {
    let site: HallSite
    let sampled: SampledCase
    let deadline: DeadlineChip
    let mayGiveOpinion: Bool
    let typed: String
    let errors: [FieldError]
    let hidden: [HiddenField]

    var body: any HTML {
        HallFrame(
            "样本 \(sampled.place)",
            of: site,
            part: .own,
            crumbs: [
                Crumb("我的", to: HallPath.own), Crumb("社会监督", to: HallPath.ownSupervision),
                Crumb("样本 \(sampled.place)"),
            ]
        ) {
            div(.cssClass("item-heading")) {
                div(.cssClass("badges")) {
                    // The chip of a closed case says so itself.
                    if sampled.stage.name != .closed { Badge(sampled.stage.name.chinese, tone: .active) }
                    deadline
                }
                h1 { "样本 \(sampled.place)　\(sampled.item)" }
                p(.cssClass("hint")) { sampled.agency }
            }
            ErrorSummary(errors)
            Panel("办理进度") {
                DefinitionList(sampled.days.map { Definition($0.words, $0.day.chinese) })
                ButtonRow {
                    LinkButton("事项的办理条件和期限", to: HallPath.item(sampled.itemCode), weight: .secondary)
                    if let number = sampled.published {
                        LinkButton("公示的决定", to: HallPath.decision(number), weight: .secondary)
                    }
                }
            }
            if mayGiveOpinion {
                Panel("对这件办件提出意见") {
                    FormFrame(to: HallPath.sampledOpinion(sampled.place), hidden: hidden) {
                        OpinionField(text: typed, errors: errors)
                        ButtonRow { SubmitButton("提交意见") }
                    }
                }
            }
        }
    }
}

/// Where an opinion is written.
struct OpinionField: Component {
    let text: String
    let errors: [FieldError]

    var body: any HTML {
        TextArea(
            FieldCaption(
                "opinion",
                label: "意见",
                hint: "10 至 2000 个字；机关答复后，隐去个人信息一并公开",
                isRequired: true,
                errors: errors
            ),
            value: text,
            rows: 5,
            maxLength: 2_000
        )
    }
}
