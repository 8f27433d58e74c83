import Catalog
import HTML
import Kernel

/// The filings of every kind on one page: what is to be handed in, what waits for an answer, what was received.
struct FilingsPage: Component {
    struct Line: Sendable {
        let kind: String
        let owner: String
        let address: String
        let standing: OfficialListStanding
        let duty: DatedFilingDuty?
    }

    let lines: [Line]
    let today: Day

    /// So many of the received ones are shown, the newest.
    private static let shown = 100

    var body: any HTML {
        h1 { "备案" }
        p(.cssClass("hint")) {
            "职权分解方案、流程图、服务指南、抽查事项、法制审核和音像记录等清单公布以后，由编制的机关盖章报送法制机构；"
            "法制机构准予备案并给出备案号，或者附意见退回，退回的重新报送。"
            a(.href(WorkspacePath.officialLists)) { "全部公开清单" }
        }
        Panel("待报送", anchor: "keeper") { table("待报送", waiting(for: .keeper), "没有待报送的备案") }
        Panel("待法制机构答复", anchor: "office") { table("待法制机构答复", waiting(for: .office), "没有待答复的备案") }
        Panel("已备案", anchor: "received") { received }
    }

    private func waiting(for side: FilingDuty.Side) -> [Line] {
        lines.filter { $0.duty?.side == side }.sorted { ($0.duty?.due ?? .last) < ($1.duty?.due ?? .last) }
    }

    @HTMLBuilder private func table(_ title: String, _ lines: [Line], _ none: String) -> any HTML {
        if lines.isEmpty {
            EmptyState(none)
        } else {
            DataTable(
                title,
                columns: [.init("清单"), .init("机关"), .init("版本"), .init("公布", .whole), .init("期限")],
                rows: lines.map { line in
                    DataTable.Row([
                        link(line), line.owner, "第 \(line.standing.version) 版",
                        line.standing.publishedOn?.chinese ?? "—",
                        line.duty.map {
                            Badge($0.words(on: today), tone: $0.due < today ? .bad : .caution)
                        } ?? "—",
                    ])
                },
                showsTitle: false
            )
        }
    }

    private func link(_ line: Line) -> any HTML { a(.href("\(line.address)#filing")) { line.kind } }

    @HTMLBuilder private var received: any HTML {
        let lines = lines.filter { $0.standing.receipt != nil }.sorted {
            ($0.standing.filedOn ?? .last, $0.address) > ($1.standing.filedOn ?? .last, $1.address)
        }
        if lines.isEmpty {
            EmptyState("还没有准予备案的")
        } else {
            DataTable(
                "已备案",
                columns: [.init("清单"), .init("机关"), .init("版本"), .init("备案号", .whole), .init("备案", .whole)],
                rows: lines.prefix(FilingsPage.shown).map { line in
                    DataTable.Row([
                        link(line), line.owner, "第 \(line.standing.version) 版", line.standing.receipt ?? "—",
                        line.standing.filedOn?.chinese ?? "—",
                    ])
                },
                showsTitle: false
            )
        }
    }
}
