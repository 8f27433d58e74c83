import HTML
import Kernel
import Publicity

/// The decisions an agency has to publish, and what became of the others.
struct PublicationsPage: Component {
    enum Tab: String, CaseIterable, Sendable {
        case open, published, withdrawn, exempt, ended

        var standings: [PublicationStanding] {
            switch self {
            case .open: PublicationStanding.open
            case .published: [.published]
            case .withdrawn: [.withdrawn]
            case .exempt: [.exempt]
            case .ended: [.ended]
            }
        }

        var chinese: String {
            switch self {
            case .open: "待公开"
            case .published: "已公开"
            case .withdrawn: "已撤下"
            case .exempt: "不予公开"
            case .ended: "提前停止"
            }
        }
    }

    /// One decision.
    struct Line: Sendable {
        let publication: AwaitedPublication
        let number: String
        let itemName: String
        let servedOn: Day?
        /// Whether it is not published before the party is served.
        let awaitsService: Bool
        let deadline: PublicationDeadline
    }

    let tab: Tab
    let counts: [PublicationStanding: Int]
    let lines: [Line]

    var body: any HTML {
        h1 { "结果公示" }
        p(.cssClass("hint")) {
            "决定送达后经公开前审核即公开；许可、处罚最迟 7 个工作日，其他最迟 20 个工作日（国办发〔2018〕118号）。谁办案、谁录入、谁负责。"
        }
        Tabs(
            "公示状态",
            Tab.allCases.map { tab in
                NavigationLink(
                    tab.chinese,
                    to: WorkspacePath.publications(tab: tab.rawValue),
                    isCurrent: tab == self.tab,
                    count: tab.standings.reduce(0) { $0 + (counts[$1] ?? 0) }
                )
            }
        )
        if lines.isEmpty {
            EmptyState("这里没有决定") { p { "决定作出后会出现在这里。" } }
        } else {
            DataTable(
                "结果公示",
                columns: [
                    .init("文号", .whole), .init("事项"), .init("状态"), .init("决定", .whole), .init("送达", .whole),
                    .init("公开期限"),
                ],
                rows: lines.map { line in
                    DataTable.Row(
                        [
                            a(.href(WorkspacePath.publication(line.number))) { line.publication.documentNumber },
                            line.itemName, state(of: line), line.publication.decidedOn.description,
                            line.servedOn?.description ?? "未送达", line.deadline.chip,
                        ],
                        tone: line.deadline.tone
                    )
                }
            )
        }
    }

    private func state(of line: Line) -> any HTML {
        let publication = line.publication
        return span {
            publication.standing.chinese
            if let day = publication.reviewBy { span(.cssClass("hint")) { "（\(day)前审核）" } }
            if line.awaitsService, PublicationStanding.open.contains(publication.standing) {
                span(.cssClass("hint")) { "（等待送达）" }
            }
        }
    }
}
