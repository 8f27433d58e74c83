import Catalog
import HTML
import Kernel

/// Every list the division and its agencies keep: where it stands, and who has none.
struct OfficialListsPage: Component {
    struct Line: Sendable {
        let owner: String
        let address: String
        let standing: OfficialListStanding?
        /// What is next about the filing of the newest version; `nil` where nothing is.
        let duty: DatedFilingDuty?
    }

    struct Group: Sendable {
        let kind: OfficialListKind
        let lines: [Line]
    }

    let groups: [Group]
    let today: Day

    var body: any HTML {
        h1 { "公开清单" }
        p(.cssClass("hint")) {
            "清单经法制机构审核后公布，公布以后备案；修改以新版本进行，过去的版本保留。"
            a(.href(WorkspacePath.filings)) { "备案：待报送、待答复和已备案的" }
        }
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
        if let receipt = line.standing?.receipt { return "已备案，\(receipt)" }
        guard let duty = line.duty else { return "—" }
        return Badge(duty.words(on: today), tone: duty.due < today ? .bad : .caution)
    }
}
