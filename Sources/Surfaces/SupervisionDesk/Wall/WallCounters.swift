import Casework
import Directory
import HTML
import Supervision

/// The figures at the top of the wall, each leading to its list.
struct WallCounters: Component {
    let snapshot: WallSnapshot

    var body: any HTML {
        TileRow(
            FindingLevel.gravestFirst.map(tile) + [
                CaseListQuery(division: division).figure.tile(snapshot.cases),
                CaseListQuery(.overdue, division: division).figure
                    .tile(snapshot.overdue, tone: snapshot.overdue > 0 ? .bad : nil),
                CaseListQuery(stage: .suspended, division: division).figure.tile(snapshot.suspended),
                CaseListQuery(.today, division: division).figure.tile(snapshot.casesToday),
            ]
        )
    }

    private var division: Division.Code? { snapshot.division }

    private func tile(_ level: FindingLevel) -> Tile {
        let count = snapshot.open(level)
        return Tile(
            level.chinese,
            figure: "\(count)",
            unit: level.isCard ? "张" : "件",
            tone: count > 0 ? SupervisionWording.tone(level) : .neutral,
            to: SupervisionPath.findings(FindingQuery(level: level, isOpen: true, division: division)),
            note: "未了结"
        )
    }
}
