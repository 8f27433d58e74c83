import Casework
import Directory
import HTML
import Supervision

/// The supervisors' first page: figures, what was found, agencies, trend; it renews itself.
struct WallPage: Component {
    let desk: DeskSite
    let view: WallView
    let snapshot: WallSnapshot
    /// From the division of who looks down to the one looked at.
    let way: [Division]

    var body: any HTML {
        DeskFrame(
            WallPage.title(way),
            desk,
            part: .wall,
            crumbs: way.map { division in
                Crumb(division.name, to: SupervisionPath.wall(view.with { $0.division = division.code }))
            },
            liveSource: SupervisionPath.live(view.division)
        ) {
            div(.cssClass("heading-row")) {
                h1 { WallPage.title(way) }
                LiveStatus()
                a(
                    .href(
                        SupervisionPath.wall(
                            view.with {
                                $0.isWall = true; $0.order = .gravest
                            }
                        )
                    )
                ) { "大屏显示" }
                SheetLink(SupervisionPath.wall(view))
            }
            WallRegion.counters.region(snapshot)
            if !snapshot.map.isEmpty { Panel("分布", anchor: "map") { WallRegion.map.region(snapshot) } }
            div(.cssClass("wall-grid")) {
                Panel("监察信息流", anchor: "stream") {
                    orderTabs
                    WallRegion.stream(view.order).region(snapshot)
                    p(.cssClass("panel-more")) { a(.href(SupervisionPath.findings)) { "全部监察信息" } }
                }
                div {
                    Panel("各单位情况", anchor: "agencies") { WallRegion.agencies.region(snapshot) }
                    Panel("在办办件", anchor: "stages") { WallRegion.stages.region(snapshot) }
                    Panel("走势", anchor: "trend") {
                        spanTabs
                        WallRegion.trend(view.days).region(snapshot)
                    }
                }
            }
            FormulaPanel(figures: snapshot.figures)
        }
    }

    static func title(_ way: [Division]) -> String { way.last.map { "\($0.name)实时监察" } ?? "实时监察" }

    private var orderTabs: any HTML {
        Tabs(
            "排列",
            FindingSearch.Order.allCases.map { order in
                NavigationLink(
                    SupervisionWording.order(order),
                    to: "\(SupervisionPath.wall(view.with { $0.order = order }))#stream",
                    isCurrent: order == view.order
                )
            }
        )
    }

    private var spanTabs: any HTML {
        Tabs(
            "时段",
            WallView.Span.allCases.map { days in
                NavigationLink(
                    "近\(days.rawValue)日",
                    to: "\(SupervisionPath.wall(view.with { $0.days = days }))#trend",
                    isCurrent: days == view.days
                )
            }
        )
    }
}

/// The same for a screen in a hall: no menu, large figures, nothing to press.
struct HallWallPage: Component {
    let desk: DeskSite
    let view: WallView
    let snapshot: WallSnapshot
    let way: [Division]

    var body: any HTML {
        PageShell(
            title: "\(WallPage.title(way))大屏",
            site: desk.site,
            assets: desk.assets,
            density: .wall,
            account: HTMLGroup([
                LiveStatus(),
                a(.href(SupervisionPath.wall(WallView().with { $0.division = view.division }))) { "退出大屏" },
            ]),
            liveSource: SupervisionPath.live(view.division)
        ) {
            h1(.cssClass("unseen")) { "\(WallPage.title(way))大屏" }
            WallRegion.counters.region(snapshot)
            div(.cssClass("wall-grid")) {
                Panel(view.order == .gravest ? "未了结的监察信息" : "最新监察信息") {
                    WallRegion.stream(view.order).region(snapshot)
                }
                div {
                    if snapshot.map.isEmpty {
                        Panel("各单位情况") { WallRegion.agencies.region(snapshot) }
                    } else {
                        Panel("分布") { WallRegion.map.region(snapshot) }
                    }
                    Panel("走势") { WallRegion.trend(view.days).region(snapshot) }
                }
            }
        }
    }
}
