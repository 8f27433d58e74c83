import Kernel
import Casework
import HTML
import Supervision

/// How many findings were raised on each day: all, and the cards among them.
struct FindingTrend: Component {
    let traffic: ArraySlice<FindingTraffic>
    let id: String

    var body: any HTML {
        div(.cssClass("charts")) {
            LineChart(
                id: "\(id)-all",
                heading: "近\(traffic.count)日监察信息（件/日）",
                points: points { _ in true }
            )
            LineChart(
                id: "\(id)-cards",
                heading: "近\(traffic.count)日黄牌与红牌（张/日）",
                points: points(\.isCard)
            )
        }
    }

    private func points(_ isCounted: (FindingLevel) -> Bool) -> [ChartPoint] {
        traffic.map { entry in
            let count = entry.counts.filter { isCounted($0.key) }.values.reduce(0, +)
            return ChartPoint(String(entry.day.description.dropFirst(5)), Double(count))
        }
    }
}

/// Where the open cases stand.
struct StageShares: Component {
    let stages: [Stage.Name: Int]

    var body: any HTML {
        let shown = Stage.Name.allCases.filter { $0 != .closed }
        ShareChart(
            id: "wall-stage-shares",
            heading: "在办办件所处阶段（件）",
            points: shown.map { ChartPoint($0.chinese, Double(stages[$0] ?? 0)) }
        )
    }
}
