import HTML
import Law

/// One statute: its versions, the items that rest on it, and its articles in force.
struct LawPage: Component {
    let site: HallSite
    let title: String
    let address: String
    let level: String
    /// Since when and why no version applies.
    let repeal: String?
    /// Newest first.
    let versions: [Version]
    let items: [Item]
    let articles: [ArticleText]

    struct Version: Hashable, Sendable {
        let number: Int
        let inForce: String
        let articles: Int
        /// The page that compares it with the version before; `nil` for the first.
        let comparison: String?
    }

    struct Item: Hashable, Sendable {
        let name: String
        let code: String
        let address: String
    }

    struct ArticleText: Hashable, Sendable {
        let number: String
        let anchor: String
        let lines: [String]
    }

    /// The heading of an article on its statute's page.
    static func anchor(of reference: ArticleReference) -> String { "article-\(reference.whole.short)" }

    var body: any HTML {
        HallFrame(
            title,
            of: site,
            part: .laws,
            at: PublicPlace(address),
            crumbs: [Crumb("法律文件库", to: HallPath.laws), Crumb(title)]
        ) {
            h1 { title }
            p(.cssClass("hint")) { level }
            if let repeal { AlertBox("该文件已废止", tone: .bad) { p { repeal } } }
            Panel("各版本") {
                DataTable(
                    "历次版本",
                    columns: [.init("版本"), .init("施行"), .init("条数", .number), .init("与前一版本比较")],
                    rows: versions.map { version in
                        DataTable.Row([
                            "第 \(version.number) 版", version.inForce, "\(version.articles)",
                            version.comparison.map { address -> any HTML in a(.href(address)) { "逐条比较" } } ?? "首个版本",
                        ])
                    }
                )
            }
            Panel("依据该文件的职权事项") {
                if items.isEmpty {
                    p(.cssClass("hint")) { "没有已公布的事项以该文件为依据。" }
                } else {
                    ul { for item in items { li { a(.href(item.address)) { item.name } } } }
                }
            }
            Panel("条文") {
                for article in articles {
                    h3(.id(article.anchor)) { article.number }
                    for line in article.lines { p { line } }
                }
            }
        }
    }
}
