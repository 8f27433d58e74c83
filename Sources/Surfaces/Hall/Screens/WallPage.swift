import HTML

/// One page of the screen on the wall.
struct WallPage: Component {
    /// A case that is being handled, without number and party.
    struct Awaited: Hashable, Sendable {
        let item: String
        let agency: String
        let acceptedOn: String
        let promisedDue: String
    }

    enum Content: Sendable {
        case decided([DecisionRow])
        case awaited([Awaited])
    }

    /// Where the page leads.
    struct Ways: Hashable, Sendable {
        let next: String
        /// Stops the screen at this page, or lets it go on.
        let hold: String
        let isHeld: Bool
    }

    let site: HallSite
    /// `nil` while there is nothing to show.
    let content: Content?
    let place: (number: Int, count: Int)
    let ways: Ways

    private var title: String {
        switch content {
        case .decided, nil: "最近公开的结果"
        case .awaited: "正在办理"
        }
    }

    var body: any HTML {
        BareShell(title: title, site: site.identity, assets: site.assets, for: .screen) {
            h1 { "\(site.division)政务公开　\(title)" }
            switch content {
            case .decided(let rows): PublishedResults(rows: rows)
            case .awaited(let rows):
                DataTable(
                    "正在办理的申请",
                    columns: [.init("事项"), .init("机关"), .init("受理日期", .whole), .init("承诺办结日期", .whole)],
                    rows: rows.map { DataTable.Row([$0.item, $0.agency, $0.acceptedOn, $0.promisedDue]) }
                )
            case nil: EmptyState("暂无可以展示的内容")
            }
            ButtonRow {
                span(.cssClass("quiet")) { place.count == 0 ? "" : "第 \(place.number) 屏，共 \(place.count) 屏" }
                LinkButton(ways.isHeld ? "继续轮播" : "暂停", to: ways.hold, weight: .secondary)
                LinkButton("下一屏", to: ways.next, weight: .secondary)
            }
        }
    }
}
