import Catalog
import Codes
import HTML

/// The frame of a page of the touch screen: its name, the way back and the way out.
struct KioskFrame: Component {
    private let title: String
    private let site: HallSite
    private let back: String?
    private let content: any HTML

    /// - Parameters:
    ///   - title: the page's name.
    ///   - site: whose Hall it is.
    ///   - back: one step back; `nil` on the first page.
    ///   - content: what stands under the name.
    init(_ title: String, of site: HallSite, back: String?, @HTMLBuilder content: () -> any HTML) {
        self.title = title
        self.site = site
        self.back = back
        self.content = content()
    }

    var body: any HTML {
        BareShell(title: title, site: site.identity, assets: site.assets, for: .kiosk) {
            h1 { title }
            content
            if let back {
                ButtonRow {
                    LinkButton("返回上一步", to: back, weight: .secondary)
                    LinkButton("结束，回到首页", to: HallPath.kioskReset)
                }
            }
        }
    }
}

struct KioskHomePage: Component {
    let site: HallSite

    var body: any HTML {
        KioskFrame("\(site.division)电子政务大厅", of: site, back: nil) {
            p { "请点选您要找的内容。" }
            ul(.cssClass("kiosk-keys")) {
                for (name, address) in [
                    ("按机关找事项", HallPath.kioskAgencies), ("按类型找事项", HallPath.kioskCategories),
                    ("按名称首字母找事项", HallPath.kioskItems), ("最近公开的结果", HallPath.kioskResults),
                ] {
                    li { a(.href(address)) { name } }
                }
            }
        }
    }
}

/// Names to choose from, each leading to its items.
struct KioskChoicePage: Component {
    let site: HallSite
    let title: String
    let links: [BrowseLink]

    var body: any HTML {
        KioskFrame(title, of: site, back: HallPath.kiosk) {
            ul(.cssClass("kiosk-keys")) {
                for link in links {
                    li {
                        a(.href(link.address)) {
                            span { link.name }
                            span(.cssClass("quiet")) { "\(link.count) 项\(link.hint.map { "，\($0)" } ?? "")" }
                        }
                    }
                }
            }
        }
    }
}

/// Items of an agency or a kind, or those whose names begin with the letters that were touched.
struct KioskItemsPage: Component {
    let site: HallSite
    let query: ItemQuery
    /// `nil` while nothing was chosen.
    let found: CatalogAnswer?
    let next: ItemQuery?

    static let longest = 12

    var body: any HTML {
        KioskFrame(title, of: site, back: back) {
            if byLetters { letters }
            if let found {
                p { found.total == 0 ? "没有找到。" : "共 \(found.total) 项。" }
                ul(.cssClass("kiosk-keys kiosk-list")) {
                    for entry in found.entries {
                        li {
                            a(.href(HallPath.kioskItem(entry.code))) {
                                span { entry.name }
                                span(.cssClass("quiet")) { entry.agencyName ?? "" }
                            }
                        }
                    }
                }
                if query.previous != nil || next != nil {
                    ButtonRow {
                        if let previous = query.previous {
                            LinkButton("上一页", to: KioskRoutes.list(previous), weight: .secondary)
                        }
                        if let next { LinkButton("下一页", to: KioskRoutes.list(next), weight: .secondary) }
                    }
                }
            }
        }
    }

    private var byLetters: Bool { query.agency == nil && query.category == nil }

    private var title: String { query.agency ?? query.category?.chinese ?? "按名称首字母找" }

    private var back: String {
        if query.agency != nil { return HallPath.kioskAgencies }
        return query.category != nil ? HallPath.kioskCategories : HallPath.kiosk
    }

    private var letters: any HTML {
        nav(.aria(.label, "首字母")) {
            p {
                query.text.isEmpty
                    ? "依次点选事项名称每个字的拼音首字母，如“许可证”点 X、K、Z。" : "已点：\(query.text.uppercased())"
            }
            ul(.cssClass("kiosk-letters")) {
                if query.text.count < KioskItemsPage.longest {
                    for letter in "abcdefghijklmnopqrstuvwxyz" {
                        li { a(.href(KioskRoutes.list(typed(query.text + String(letter))))) { letter.uppercased() } }
                    }
                }
                if !query.text.isEmpty {
                    li(.cssClass("wide")) { a(.href(KioskRoutes.list(typed(String(query.text.dropLast()))))) { "退一格" } }
                    li(.cssClass("wide")) { a(.href(HallPath.kioskItems)) { "清空" } }
                }
            }
        }
    }

    private func typed(_ text: String) -> ItemQuery { ItemQuery(text: text) }
}

/// What one must know of an item, and a code to go on with at home.
struct KioskItemPage: Component {
    let site: HallSite
    let name: String
    let standing: ItemStanding
    let facts: [(term: String, value: String)]
    /// The item's page in the Hall; `nil` where nobody outside reaches it.
    let address: String?

    var body: any HTML {
        KioskFrame(name, of: site, back: HallPath.kiosk) {
            if standing != .published { AlertBox(standing.chinese, tone: .caution) }
            Panel("办理须知") { DefinitionList(facts.dropFirst().map { Definition($0.term, $0.value) }) }
            if let address {
                Panel("用手机继续") {
                    p { "用手机扫码看全文、在线申请；本机不录入个人信息。" }
                    ScanCode(address, label: "扫码看\(name)的全文")
                }
            }
        }
    }
}

struct KioskResultsPage: Component {
    let site: HallSite
    let rows: [DecisionRow]

    static let rows = 20

    var body: any HTML {
        KioskFrame("最近公开的结果", of: site, back: HallPath.kiosk) {
            if rows.isEmpty { EmptyState("暂无已公开的决定") } else { PublishedResults(rows: rows) }
        }
    }
}

struct KioskMissingPage: Component {
    let site: HallSite

    var body: any HTML {
        KioskFrame("没有找到", of: site, back: HallPath.kiosk) { p { "没有这个事项，可能已经取消。" } }
    }
}

/// Asks whether anybody is there.
struct KioskIdlePage: Component {
    let site: HallSite
    let seconds: Int
    let back: String

    var body: any HTML {
        KioskFrame("您还在吗？", of: site, back: nil) {
            p { "\(seconds) 秒内没有点选，将清空浏览记录并回到首页。" }
            ButtonRow {
                LinkButton("继续浏览", to: back)
                LinkButton("结束，回到首页", to: HallPath.kioskReset, weight: .secondary)
            }
        }
    }
}

/// Published decisions without links: a screen is no place to follow them.
struct PublishedResults: Component {
    let rows: [DecisionRow]

    var body: any HTML {
        DataTable(
            "已公开的决定",
            columns: [
                .init("文号", .whole), .init("事项"), .init("相对人"), .init("结果"), .init("决定机关"), .init("决定日期", .whole),
            ],
            rows: rows.map { row in
                DataTable.Row([row.number, row.item, row.party, row.outcome, row.agency, row.decidedOn])
            }
        )
    }
}
