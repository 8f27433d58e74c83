import HTML
import Supervision

/// The figures at the top of the wall, each leading to its list.
struct WallCounters: Component {
    let snapshot: WallSnapshot

    var body: any HTML {
        TileRow(
            FindingLevel.gravestFirst.map(tile) + [
                Tile("在办办件", figure: "\(snapshot.cases)", unit: "件"),
                Tile(
                    "超期未办",
                    figure: "\(snapshot.overdue)",
                    unit: "件",
                    tone: snapshot.overdue > 0 ? .bad : nil
                ),
                Tile("暂停计时", figure: "\(snapshot.suspended)", unit: "件"),
                Tile("今日办理", figure: "\(snapshot.actsToday)", unit: "条", note: "全平台办件记录"),
            ]
        )
    }

    private func tile(_ level: FindingLevel) -> Tile {
        let count = snapshot.open(level)
        return Tile(
            level.chinese,
            figure: "\(count)",
            unit: level.isCard ? "张" : "件",
            tone: count > 0 ? SupervisionWording.tone(level) : .neutral,
            to: SupervisionPath.findings(FindingQuery(level: level, isOpen: true)),
            note: "未了结"
        )
    }
}
