import HTML
import Kernel
import Supervision

/// The months, how far each is, and how the agencies stood in the latest.
struct ScoreListPage: Component {
    struct Month: Sendable {
        let month: ScoreMonth
        let scores: MonthlyScores
    }

    let desk: DeskSite
    /// The latest first.
    let months: [Month]
    let scheme: ScoreScheme
    let schemes: SchemePanel
    let fault: String?
    let hidden: [HiddenField]
    let mayDraft: Bool

    var body: any HTML {
        DeskFrame("效能评估", desk, part: .scores, crumbs: [Crumb("效能评估")]) {
            h1 { "效能评估" }
            p(.cssClass("quiet")) { "按月评估单位、岗位、事项和人员。起草后单位可提异议，期满并审定后不再变动。现用\(scheme.title)。" }
            if let fault { AlertBox("未能选用", tone: .bad) { p { fault } } }
            if let latest = months.first(where: { $0.scores.draft != nil }) {
                Panel("\(latest.month.chinese)各单位得分", anchor: "latest") {
                    ScoreChart(
                        id: "latest-chart",
                        month: latest.month,
                        heading: "得分",
                        standings: latest.scores.standings(.agency)
                    )
                }
            }
            Panel("各月", anchor: "months") {
                DataTable(
                    "各月评估",
                    columns: [.init("月份"), .init("状态"), .init("异议"), .init("方案"), .init("", .action)],
                    rows: rows
                )
            }
            schemes
        }
    }

    private var rows: [DataTable.Row] {
        months.map { entry in
            let scores = entry.scores
            let name: any HTML =
                scores.draft == nil
                ? entry.month.chinese : a(.href(SupervisionPath.scores(entry.month))) { entry.month.chinese }
            return DataTable.Row([
                name, ScoreStatus(status: scores.status),
                scores.draft.map { "可提至\($0.objectionsThrough)，已有\(scores.objections.count)件" } ?? "",
                scores.draft?.scheme.title ?? "", action(entry),
            ])
        }
    }

    @HTMLBuilder private func action(_ entry: Month) -> any HTML {
        switch entry.scores.status {
        case .open:
            if mayDraft {
                FormFrame(to: SupervisionPath.scores(entry.month, .draft), hidden: hidden) {
                    SubmitButton("起草", weight: .secondary)
                }
            }
        case .drafted: NoHTML()
        case .frozen: a(.href(SupervisionPath.scoreBulletin(entry.month))) { "通报（PDF）" }
        }
    }
}

struct ScoreStatus: Component {
    let status: MonthlyScores.Status

    var body: any HTML { Badge(status.chinese, tone: tone) }

    private var tone: Tone {
        switch status {
        case .open: .neutral
        case .drafted: .active
        case .frozen: .good
        }
    }
}

/// Scores side by side, the best first.
struct ScoreChart: Component {
    let id: String
    let month: ScoreMonth
    let heading: String
    let standings: [(index: Int, sheet: ScoreSheet, result: ScoreResult)]

    private static let most = 30

    var body: any HTML {
        BarChart(
            id: id,
            heading: heading,
            points: standings.prefix(ScoreChart.most).map { entry in
                ChartPoint(
                    entry.sheet.name,
                    Double(entry.result.total) / 100,
                    text: "\(ScoreResult.text(entry.result.total)) \(entry.result.grade)",
                    to: SupervisionPath.scoreSheet(month, entry.index)
                )
            }
        )
        if standings.count > ScoreChart.most {
            p(.cssClass("quiet")) { "只画出前\(ScoreChart.most)名，全部见下表。" }
        }
    }
}
