import HTML
import Kernel
import Participation
import WebServer

/// The supervisors of a division, what waits for an answer, and the form to appoint one.
struct PublicSupervisorListPage: Component {
    let desk: DeskSite
    let today: Day
    let supervisors: [SupervisorRow]
    let unanswered: [OpinionEntry]
    let kinds: [Choice]
    let divisions: [Choice]
    let typed: FormValues
    let fault: String?
    let hidden: [HiddenField]

    var body: any HTML {
        DeskFrame("社会监督", desk, part: .supervisors) {
            h1 { "社会监督" }
            if let fault { AlertBox("未能办理", tone: .bad) { p { fault } } }
            Panel("待答复的意见") {
                if unanswered.isEmpty {
                    p(.cssClass("quiet")) { "没有待答复的意见。" }
                } else {
                    OpinionTable(opinions: unanswered, today: today)
                }
            }
            Panel("社会监督员") {
                if supervisors.isEmpty {
                    p(.cssClass("quiet")) { "还没有聘任社会监督员。" }
                } else {
                    DataTable(
                        "社会监督员",
                        columns: [.init("姓名"), .init("类别"), .init("所在单位"), .init("任期"), .init("样本"), .init("状态")],
                        rows: supervisors.map(row)
                    )
                }
            }
            Panel("聘任", anchor: "appoint") { form }
        }
    }

    private func row(_ row: SupervisorRow) -> DataTable.Row {
        DataTable.Row([
            a(.href(SupervisionPath.publicSupervisor(row.id))) { row.name }, row.kind.chinese, row.unit,
            "\(row.from) 至 \(row.through)", "\(row.sampled) 件", TermBadge(row, on: today),
        ])
    }

    private var form: any HTML {
        FormFrame(to: SupervisionPath.publicSupervisors, hidden: hidden) {
            field("person", "姓名", "公开")
            SelectField(
                FieldCaption("kind", label: "类别", isRequired: true),
                choices: kinds,
                chosen: typed["kind"]
            )
            field("unit", "所在单位", "如代表团、社区、媒体名称，公开")
            SelectField(
                FieldCaption("division", label: "监督地区", hint: "只看得到该地区和下级地区的办件", isRequired: true),
                choices: divisions,
                chosen: typed["division"]
            )
            field("from", "任期自", "", kind: .date, or: today.description)
            field("through", "任期至", "", kind: .date)
            ButtonRow { SubmitButton("聘任") }
        }
    }

    private func field(
        _ name: String,
        _ label: String,
        _ hint: String,
        kind: TextField.Kind = .text,
        or usual: String = ""
    ) -> TextField {
        TextField(
            FieldCaption(name, label: label, hint: hint, isRequired: true),
            value: typed[name] ?? usual,
            kind: kind,
            maxLength: 200,
            width: .half
        )
    }
}

/// Whether a supervisor is in office.
struct TermBadge: Component {
    private let badge: Badge

    init(_ row: SupervisorRow, on today: Day) {
        badge =
            row.isInOffice(on: today)
            ? Badge("在任", tone: .good) : today < row.from ? Badge("未到任", tone: .caution) : Badge("已离任")
    }

    var body: any HTML { badge }
}

/// Opinions with who must answer by when.
struct OpinionTable: Component {
    let opinions: [OpinionEntry]
    let today: Day

    var body: any HTML {
        DataTable(
            "意见",
            columns: [.init("编号"), .init("类别"), .init("机关"), .init("事项"), .init("提出"), .init("答复期限")],
            rows: opinions.map { opinion in
                DataTable.Row([
                    a(.href(SupervisionPath.publicSupervisor(opinion.supervisor))) { opinion.number },
                    opinion.kind.chinese, opinion.subject.agencyName, opinion.subject.item?.name ?? "—",
                    opinion.on.description, standing(opinion),
                ])
            }
        )
    }

    private func standing(_ opinion: OpinionEntry) -> any HTML {
        if let answered = opinion.answered { return Badge("\(answered.on) 已答复", tone: .good) }
        let due = opinion.answer.day
        return today > due ? Badge("\(due) 已逾期", tone: .bad) : Badge(due.description, tone: .active)
    }
}

/// What is written on the letter of appointment; the code is shown this once.
struct AppointmentLetterPage: Component {
    let desk: DeskSite
    let supervisor: PublicSupervisor.ID
    let number: String
    let code: String

    var body: any HTML {
        DeskFrame(
            "聘任书",
            desk,
            part: .supervisors,
            crumbs: [Crumb("社会监督", to: SupervisionPath.publicSupervisors), Crumb("聘任书")]
        ) {
            h1 { "已聘任" }
            AlertBox("请把编号和领取码写在聘任书上交给本人", tone: .caution) {
                p { "领取码只显示这一次。本人在大厅登录后，到“我的—社会监督”凭编号和领取码领取。" }
            }
            DefinitionList([Definition("编号", number), Definition("领取码", code)])
            ButtonRow { LinkButton("查看这名监督员", to: SupervisionPath.publicSupervisor(supervisor)) }
        }
    }
}
