import Catalog
import HTML
import Kernel

/// Every list the division and its agencies keep: where it stands, and who has none.
struct OfficialListsPage: Component {
    struct Line: Sendable {
        let owner: String
        let address: String
        let standing: OfficialListStanding?
        /// By when the published version must be filed; `nil` where it is, or where nobody asks.
        let filingDue: Day?
    }

    struct Group: Sendable {
        let kind: OfficialListKind
        let lines: [Line]
    }

    let groups: [Group]
    let today: Day

    var body: any HTML {
        h1 { "公开清单" }
        p(.cssClass("hint")) { "清单经法制机构审核后公布，公布以后备案；修改以新版本进行，过去的版本保留。" }
        for group in groups {
            Panel(group.kind.chinese) {
                DataTable(
                    group.kind.chinese,
                    columns: [
                        .init("机关"), .init("版本"), .init("施行", .whole), .init("行数", .number), .init("草稿"), .init("备案"),
                    ],
                    rows: group.lines.map(row),
                    showsTitle: false
                )
            }
        }
    }

    private func row(_ line: Line) -> DataTable.Row {
        let standing = line.standing
        let draft: String =
            switch standing?.stage {
            case "drafted"?: "起草中"
            case "submitted"?: "待审核"
            default: "—"
            }
        let version = standing.flatMap { $0.version == 0 ? nil : "第 \($0.version) 版" }
        return DataTable.Row([
            a(.href(line.address)) { line.owner }, version ?? "没有公布", standing?.inForceFrom?.chinese ?? "—",
            standing.map { String($0.rows) } ?? "0", draft, filing(line),
        ])
    }

    private func filing(_ line: Line) -> any HTML {
        if let filed = line.standing?.filedOn { return "\(filed.chinese)备案" }
        guard let due = line.filingDue else { return "—" }
        return Badge(due < today ? "逾期未备案" : "应在\(due.chinese)前备案", tone: due < today ? .bad : .caution)
    }
}
