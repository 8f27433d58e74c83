import HTML

/// Decisions as published: masked, latest first.
struct DecisionListPage: Component {
    let site: HallSite
    let place: String
    /// The agency whose decisions they are; `nil` for all.
    let agency: String?
    let rows: [DecisionRow]
    let next: String?
    let isFirst: Bool
    let messages: [AlertBox]

    private var title: String { (agency ?? "") + "结果公示" }

    var body: any HTML {
        HallFrame(
            title,
            of: site,
            part: .decisions,
            at: PublicPlace(place),
            crumbs: agency.map { [Crumb("结果公示", to: HallPath.decisions), Crumb($0)] } ?? [Crumb("结果公示")],
            messages: messages
        ) {
            h1 { title }
            p { "行政决定依法公开，任何人可以查阅。自然人的姓名和身份信息按规定隐去。" }
            if rows.isEmpty {
                EmptyState("暂无已公开的决定") { p { "决定作出并送达后，将在法定期限内在此公开。" } }
            } else {
                DataTable(
                    "已公开的决定",
                    columns: [
                        .init("文号", .whole), .init("事项"), .init("相对人"), .init("结果"), .init("决定机关"),
                        .init("决定日期", .whole),
                    ],
                    rows: rows.map { row in
                        DataTable.Row([
                            a(.href(row.address)) { row.number }, row.item, row.party, row.outcome, row.agency,
                            row.decidedOn,
                        ])
                    }
                )
                Pagination(previous: isFirst ? nil : place, next: next, summary: "本页 \(rows.count) 项")
            }
        }
    }
}

/// One published decision in the list.
struct DecisionRow: Hashable, Sendable {
    let number: String
    let item: String
    let party: String
    let outcome: String
    let agency: String
    let decidedOn: String
    let address: String
}
