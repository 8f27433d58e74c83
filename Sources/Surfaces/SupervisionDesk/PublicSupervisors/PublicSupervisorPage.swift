import Casework
import EventLog
import HTML
import Kernel
import Participation
import WebServer

/// One public supervisor: the term, the cases that were drawn and how, what was said.
struct PublicSupervisorPage: Component {
    struct Draw: Sendable {
        let draw: SampleDraw
        let cases: [CaseRowSummary]
        /// Whether the log gives the same draw today.
        let isReproduced: Bool
    }

    let desk: DeskSite
    let today: Day
    let supervisor: SupervisorRow
    let end: PublicSupervisorEnded?
    let draws: [Draw]
    let opinions: [OpinionEntry]
    let mostSampled: Int
    let typed: FormValues
    let fault: String?
    let hidden: [HiddenField]

    private var isInOffice: Bool { supervisor.isInOffice(on: today) }

    var body: any HTML {
        DeskFrame(
            supervisor.name,
            desk,
            part: .supervisors,
            crumbs: [Crumb("社会监督", to: SupervisionPath.publicSupervisors), Crumb(supervisor.name)]
        ) {
            h1 { supervisor.name }
            p {
                Badge(supervisor.kind.chinese, tone: .active)
                " "
                TermBadge(supervisor, on: today)
            }
            if let fault { AlertBox("未能办理", tone: .bad) { p { fault } } }
            Panel("聘任") {
                DefinitionList(
                    [
                        Definition("编号", supervisor.number), Definition("所在单位", supervisor.unit),
                        Definition("任期", "\(supervisor.from.chinese) 至 \(supervisor.through.chinese)"),
                    ] + (end.map { [Definition("提前结束", "\($0.on.chinese)，\($0.reason.value)")] } ?? [])
                )
                if supervisor.through >= today, end == nil { ending }
            }
            if isInOffice { Panel("抽取样本", anchor: "draw") { drawing } }
            for draw in draws.reversed() { panel(draw) }
            Panel("提出的意见") {
                if opinions.isEmpty {
                    p(.cssClass("quiet")) { "还没有提出意见。" }
                } else {
                    OpinionTable(opinions: opinions, today: today)
                }
            }
        }
    }

    private var drawing: any HTML {
        FormFrame(to: SupervisionPath.drawSample(supervisor.id), hidden: hidden) {
            p(.cssClass("hint")) { "由系统随机抽取，不能指定；种子和范围记入日志，可以复核。与本人同名的当事人的办件、已经看过的办件跳过。" }
            day("drawFrom", "收件日期自", (today + -30).description)
            day("drawThrough", "收件日期至", today.description)
            TextField(
                FieldCaption("count", label: "件数", hint: "1 至 \(mostSampled)", isRequired: true),
                value: typed["count"] ?? "5",
                kind: .number,
                width: .short
            )
            ButtonRow { SubmitButton("抽取") }
        }
    }

    private func day(_ name: String, _ label: String, _ usual: String) -> TextField {
        TextField(
            FieldCaption(name, label: label, isRequired: true),
            value: typed[name] ?? usual,
            kind: .date,
            width: .short
        )
    }

    private func panel(_ draw: Draw) -> any HTML {
        Panel("样本：\(draw.draw.from) 至 \(draw.draw.through) 收到的 \(draw.draw.poolCount) 件中抽取 \(draw.draw.drawn.count) 件")
        {
            p {
                draw.isReproduced
                    ? Badge("按日志重抽，结果一致", tone: .good) : Badge("按日志重抽，结果不一致", tone: .bad)
                " "
                span(.cssClass("quiet")) { "种子 \(draw.draw.seed)" }
            }
            DataTable(
                "样本",
                columns: [.init("办件"), .init("事项"), .init("收件"), .init("环节")],
                rows: draw.cases.map { row in
                    DataTable.Row([
                        a(.href(SupervisionPath.caseFile(row.number))) { row.number }, row.itemName,
                        row.receivedOn.description, row.stage.chinese,
                    ])
                }
            )
        }
    }

    private var ending: any HTML {
        details(.cssClass("act")) {
            summary { "提前结束任期" }
            FormFrame(to: SupervisionPath.endSupervisor(supervisor.id), hidden: hidden) {
                TextField(
                    FieldCaption("reason", label: "原因", hint: "5 至 1000 个字", isRequired: true),
                    value: typed["reason"] ?? "",
                    maxLength: 1_000
                )
                ButtonRow { SubmitButton("结束任期", weight: .warning) }
            }
        }
    }
}
