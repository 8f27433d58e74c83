import HTML
import Supervision

/// The parts of the wall that renew themselves; every page with one shows the same, so one drawing serves all.
enum WallRegion: String, CaseIterable, Sendable {
    case counters = "wall-counters"
    case latest = "wall-latest"
    case gravest = "wall-gravest"
    case agencies = "wall-agencies"
    case month = "wall-trend-30"
    case quarter = "wall-trend-90"
    case stages = "wall-stages"
    case map = "wall-map"

    static func stream(_ order: FindingSearch.Order) -> WallRegion {
        switch order {
        case .latest: .latest
        case .gravest: .gravest
        }
    }

    static func trend(_ days: WallView.Span) -> WallRegion {
        switch days {
        case .month: .month
        case .quarter: .quarter
        }
    }

    func content(_ snapshot: WallSnapshot) -> any HTML {
        switch self {
        case .counters: WallCounters(snapshot: snapshot)
        case .latest: FindingStream(rows: snapshot.latest, at: snapshot.at)
        case .gravest: FindingStream(rows: snapshot.gravest, at: snapshot.at)
        case .agencies: AgencyTable(lines: snapshot.agencies)
        case .month: trend(snapshot, .month)
        case .quarter: trend(snapshot, .quarter)
        case .stages: StageShares(stages: snapshot.stages, division: snapshot.division)
        case .map: DivisionMap(tiles: snapshot.map)
        }
    }

    private func trend(_ snapshot: WallSnapshot, _ days: WallView.Span) -> any HTML {
        FindingTrend(traffic: snapshot.traffic.suffix(days.rawValue), id: rawValue, division: snapshot.division)
    }

    /// The region on a page, with what it holds at first.
    func region(_ snapshot: WallSnapshot) -> LiveRegion { LiveRegion(rawValue) { content(snapshot) } }
}
