import HTML
import Kernel
import Supervision

/// What a rule would have found in the last year: how many, where, and which.
struct WrittenRuleTrial: Component {
    static let days = 365

    let trial: WrittenRuleTried
    let tally: TrialTally

    var body: any HTML {
        h3 { "试算结果（\(trial.cases)个办件，会发现\(trial.found)条，不产生监察信息）" }
        if trial.found > 0 {
            div(.cssClass("charts")) {
                chart("trial-agency", "按单位（条）", tally.agencies)
                chart("trial-item", "按事项（条）", tally.items)
                chart("trial-month", "按月份（条）", tally.months)
            }
            DataTable(
                "会发现的办件",
                columns: [.init("办件"), .init("单位"), .init("事项"), .init("时间"), .init("事实")],
                rows: tally.latest.map { hit in
                    DataTable.Row([
                        a(.href(SupervisionPath.caseFile(hit.caseNumber))) { hit.caseNumber }, hit.agencyName,
                        hit.itemName, hit.since.minuteText,
                        hit.facts.map { "\($0.label)：\($0.value)" }.joined(separator: "，"),
                    ])
                }
            )
            if trial.found > tally.latest.count {
                p(.cssClass("quiet")) { "列出最近\(tally.latest.count)条。" }
            }
        }
    }

    private func chart(_ id: String, _ heading: String, _ counts: [TrialTally.Count]) -> any HTML {
        BarChart(id: id, heading: heading, points: counts.map { ChartPoint($0.key, Double($0.count)) })
    }

    /// A trial that has no result yet.
    struct UnderWay: Component {
        let asked: WrittenRules.Trial
        let by: String
        let progress: RuleTrials.Progress?

        var body: any HTML {
            AlertBox("正在试算", tone: .active) {
                p { "\(by)于\(asked.at.minuteText)开始，核对\(asked.begun.from)至\(asked.begun.through)的办件。\(state)" }
            }
        }

        private var state: String {
            guard let progress else { return "正在等候，程序重新启动后从头试算。" }
            let share = progress.cases > 0 ? progress.done * 100 / progress.cases : 100
            return "已核对\(progress.done)个，共\(progress.cases)个（\(share)%）。"
        }
    }
}
