import Kernel
import Casework
import Directory
import HTML
import Supervision

/// How many findings were raised on each day: all, and the cards among them.
struct FindingTrend: Component {
    let traffic: ArraySlice<FindingTraffic>
    let id: String
    let division: Division.Code?

    var body: any HTML {
        div(.cssClass("charts")) {
            LineChart(
                id: "\(id)-all",
                heading: "近\(traffic.count)日监察信息（件/日）",
                points: points(isCard: false)
            )
            LineChart(
                id: "\(id)-cards",
                heading: "近\(traffic.count)日黄牌与红牌（张/日）",
                points: points(isCard: true)
            )
        }
    }

    private func points(isCard: Bool) -> [ChartPoint] {
        traffic.map { entry in
            let count = entry.counts.filter { !isCard || $0.key.isCard }.values.reduce(0, +)
            let figure = FindingQuery(isCard: isCard, days: entry.day...entry.day, division: division).figure
            return figure.point(String(entry.day.description.dropFirst(5)), count)
        }
    }
}

/// Where the open cases stand.
struct StageShares: Component {
    let stages: [Stage.Name: Int]
    let division: Division.Code?

    var body: any HTML {
        let shown = Stage.Name.allCases.filter { $0 != .closed }
        ShareChart(
            id: "wall-stage-shares",
            heading: "在办办件所处阶段（件）",
            points: shown.map { CaseListQuery(stage: $0, division: division).figure.point($0.chinese, stages[$0] ?? 0) }
        )
    }
}
