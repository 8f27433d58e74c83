import HTML
import Supervision

/// The agencies side by side, always with the same four numbers.
struct AgencyTable: Component {
    let lines: [WallSnapshot.AgencyLine]

    var body: any HTML {
        if lines.isEmpty {
            EmptyState("范围内没有单位")
        } else if busy.isEmpty {
            EmptyState("\(lines.count)个单位都没有在办办件和未了结的监察信息")
        } else {
            DataTable(
                "各单位未了结的监察信息",
                columns: [.init("单位")] + FindingLevel.gravestFirst.map { .init($0.chinese, .number) } + [
                    .init("分布"), .init("在办", .number), .init("超期", .number),
                ],
                rows: busy.map(row),
                narrow: .scroll
            )
            if busy.count < lines.count {
                p(.cssClass("quiet panel-more")) { "其余\(lines.count - busy.count)个单位没有在办办件，也没有未了结的监察信息。" }
            }
        }
    }

    /// A long list of zeros would hide what is there.
    private var busy: [WallSnapshot.AgencyLine] { lines.filter { $0.total > 0 || $0.cases > 0 } }

    private func row(_ line: WallSnapshot.AgencyLine) -> DataTable.Row {
        let greatest = lines.map(\.total).max() ?? 0
        let name: any HTML = a(.href(SupervisionPath.findings(FindingQuery(agency: line.agency.id, isOpen: true)))) {
            line.agency.name
        }
        let numbers: [any HTML] = FindingLevel.gravestFirst.map { level in
            let query = FindingQuery(level: level, agency: line.agency.id, isOpen: true)
            return query.figure.link(line.counts[level] ?? 0)
        }
        let rest: [any HTML] = [
            LevelBar(counts: line.counts, greatest: greatest),
            CaseListQuery(agency: line.agency.id).figure.link(line.cases),
            CaseListQuery(.overdue, agency: line.agency.id).figure.link(line.overdue),
        ]
        let worst = FindingLevel.gravestFirst.first { $0.isCard && (line.counts[$0] ?? 0) > 0 }
        return DataTable.Row([name] + numbers + rest, tone: worst.map(SupervisionWording.tone))
    }
}
