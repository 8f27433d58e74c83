import Access
import Directory
import HTML
import Kernel

/// One bulk run: how far it is, what became of each row; it renews itself while rows are open.
struct RunPage: Component {
    let visit: Visit
    let run: BulkRunRow
    let rows: [BulkRowLine]
    let starter: String

    private var isOpen: Bool { run.phase == .running || run.phase == .undoing }

    var body: any HTML {
        AdministrationFrame(
            title,
            visit,
            part: .bulk,
            crumbs: [
                Crumb("批量办理", to: AdministrationPath.bulk), Crumb("办理记录", to: AdministrationPath.runs), Crumb(title),
            ],
            liveSource: isOpen ? "\(AdministrationPath.run(run.id))/live" : nil
        ) {
            div(.cssClass("heading-row")) {
                h1 { title }
                if isOpen { LiveStatus() }
            }
            Panel("办理事项") {
                DefinitionList([
                    Definition("办理人", starter), Definition("开始时间", run.startedAt.minuteText),
                    Definition("生效日期", "\(run.from)"), Definition("理由", run.reason),
                ])
            }
            LiveRegion("run-state") { state }
            // Apart, and renewed at the end alone: a button that is replaced under the pointer loses its click.
            div(.id("run-actions"), Attribute("data-live-region", "run-actions")) {
                if isOpen { stop } else if run.done > 0 { undo }
            }
            div(.id("run-rows"), Attribute("data-live-region", "run-rows")) { table }
        }
    }

    private var title: String { AdministrationWording.name(run.act) }

    @HTMLBuilder private var state: any HTML {
        div(.cssClass("heading-row")) {
            Badge(AdministrationWording.name(run.phase), tone: RunPage.tone(run.phase))
            span { "共\(run.rows)行，已处理\(run.rows - (run.phase == .undoing ? run.done : run.waiting))行。" }
        }
        div(.cssClass("tiles")) {
            Tile("已办理", figure: "\(run.done)", unit: "行", tone: .good)
            Tile("不能办理", figure: "\(run.refused)", unit: "行", tone: run.refused > 0 ? .bad : nil)
            Tile("未办理", figure: "\(run.waiting)", unit: "行")
            Tile("已撤销", figure: "\(run.undone)", unit: "行")
            Tile("不能撤销", figure: "\(run.kept)", unit: "行", tone: run.kept > 0 ? .bad : nil)
        }
    }

    private var stop: any HTML {
        FormFrame(to: "\(AdministrationPath.run(run.id))/stop", hidden: visit.hidden) {
            ButtonRow { SubmitButton("停止", weight: .warning) }
            p(.cssClass("hint")) { "办完正在办理的一行后停止；停止后，已办理的可以撤销，未办理的不受影响。" }
        }
    }

    private var undo: any HTML {
        Panel("撤销已办理的\(run.done)行") {
            FormFrame(to: "\(AdministrationPath.run(run.id))/undo", hidden: visit.hidden) {
                TextField(
                    FieldCaption(
                        "reason",
                        label: "撤销理由",
                        hint: "自今日起恢复原状，逐行另作记录，原记录保留；办理之后已有其他变更的行不撤销",
                        isRequired: true
                    ),
                    maxLength: 200
                )
                ButtonRow { SubmitButton("撤销", weight: .warning) }
            }
        }
    }

    @HTMLBuilder private var table: any HTML {
        DataTable(
            "逐行结果",
            columns: [.init("对象"), .init("行", .number), .init("结果"), .init("说明")],
            rows: rows.map { row in
                DataTable.Row([
                    row.officer.map { id in a(.href(AdministrationPath.officer(id))) { row.name } }
                        ?? span { row.name },
                    "\(row.number)",
                    Badge(AdministrationWording.name(row.outcome), tone: RunPage.tone(row.outcome)), row.reason,
                ])
            }
        )
        if run.rows > rows.count { p(.cssClass("hint")) { "只显示\(rows.count)行，不能办理的在前。" } }
    }

    static func tone(_ phase: BulkRun.Phase) -> Tone {
        switch phase {
        case .running, .undoing: .active
        case .stopped: .caution
        case .finished: .good
        }
    }

    private static func tone(_ outcome: BulkRowLine.Outcome) -> Tone {
        switch outcome {
        case .waiting: .neutral
        case .done: .good
        case .refused, .kept: .bad
        case .undone: .caution
        }
    }
}

/// The bulk runs of a division, the latest first.
struct RunListPage: Component {
    let visit: Visit
    let runs: [BulkRunRow]

    var body: any HTML {
        AdministrationFrame(
            "办理记录",
            visit,
            part: .bulk,
            crumbs: [Crumb("批量办理", to: AdministrationPath.bulk), Crumb("办理记录")]
        ) {
            h1 { "批量办理：办理记录" }
            if runs.isEmpty {
                EmptyState("没有批量办理记录。")
            } else {
                DataTable(
                    "办理记录",
                    columns: [
                        .init("事项"), .init("开始时间", .whole), .init("状态"), .init("共", .number), .init("已办理", .number),
                        .init("不能办理", .number), .init("已撤销", .number), .init("理由"),
                    ],
                    rows: runs.map { run in
                        DataTable.Row([
                            a(.href(AdministrationPath.run(run.id))) { AdministrationWording.name(run.act) },
                            run.startedAt.minuteText,
                            Badge(AdministrationWording.name(run.phase), tone: RunPage.tone(run.phase)), "\(run.rows)",
                            "\(run.done)", "\(run.refused)", "\(run.undone)", run.reason,
                        ])
                    }
                )
            }
        }
    }
}
