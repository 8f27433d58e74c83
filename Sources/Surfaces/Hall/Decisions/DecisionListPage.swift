import HTML

/// Decisions as published: masked, latest first.
struct DecisionListPage: Component {
    let site: HallSite
    let query: DecisionQuery
    /// The agency whose decisions they are; `nil` for all.
    let agency: String?
    let rows: [DecisionRow]
    let next: String?
    let messages: [AlertBox]

    private var title: String { (agency ?? "") + "结果公示" }

    /// The plain lists are everybody's; what somebody looks for has no address of its own.
    private var place: PublicPlace? {
        query.isNarrowed ? nil : PublicPlace(query.agency.map(HallPath.decisions(of:)) ?? HallPath.decisions)
    }

    var body: any HTML {
        HallFrame(
            title,
            of: site,
            part: .decisions,
            at: place,
            crumbs: crumbs,
            messages: messages
        ) {
            h1 { title }
            p { "行政决定依法公开，任何人可以查阅。自然人的姓名和身份信息按规定隐去，也不能按姓名查找。" }
            DecisionSearch(query: query, agency: agency)
            if query.isTooShort {
                AlertBox("请至少填写两个字", tone: .caution) { p { "“\(query.text)”太短，没有用来查找。" } }
            }
            if rows.isEmpty, query.isNarrowed {
                EmptyState("没有找到公开的决定") {
                    p { "请核对文书号，或者少写几个字再查。公示期满和撤下的决定不在其中。" }
                    p { a(.href(HallPath.decisions)) { "全部结果公示" } }
                }
            } else if rows.isEmpty {
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
                Pagination(
                    previous: query.cursor == nil ? nil : query.address(),
                    next: next,
                    summary: "本页 \(rows.count) 项"
                )
            }
        }
    }

    private var crumbs: [Crumb] {
        let parts = [agency, query.isNarrowed ? "查找" : nil].compactMap { $0.map { Crumb($0) } }
        return parts.isEmpty ? [Crumb("结果公示")] : [Crumb("结果公示", to: HallPath.decisions)] + parts
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
