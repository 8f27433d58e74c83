import Access
import Catalog
import EventLog
import Kernel
import WebServer

/// The whole catalog as files of any day, what its columns mean, and what changed in it as a feed.
struct CatalogDataRoutes: Sendable {
    let parts: HallParts

    /// A file of a province is some work: nobody needs it more often.
    private static let rateLimit = RateLimit(10, per: .seconds(60))
    private static let feedLength = 50
    /// A page is read by people; older ones stand on the items' pages and in the files of their days.
    private static let pageLength = 100

    var routes: [HallRoute] {
        (CatalogFormat.all + CatalogFormat.parts).map { format in
            HallRoute(
                .get,
                RoutePath(stringLiteral: HallPath.openCatalog(format.name)),
                name: "hall.openCatalog.\(format.name)",
                access: .everyone,
                rateLimit: CatalogDataRoutes.rateLimit
            ) { request, _ in
                let day = try CatalogDataRoutes.day(request.query["on"], today: parts.today)
                return try CatalogFile.answer(format, of: day, from: parts)
            }
        } + [
            HallRoute(.get, HallPath.Pattern.catalogDictionary, name: "hall.catalogDictionary", access: .everyone) {
                _,
                _ in try DataDictionary.catalog().answer
            },
            HallRoute(.get, HallPath.Pattern.catalogFeed, name: "hall.catalogFeed", access: .everyone) { _, _ in
                try await feed()
            },
            HallRoute(.get, HallPath.Pattern.catalogChanges, name: "hall.catalogChanges", access: .everyone) { _, _ in
                .page(try await changes())
            },
        ]
    }

    /// The day an address asks for: today unless it says another, which must be a day that has come.
    ///
    /// - Throws: `WebRefusal.notFound` for what is no day and for days to come.
    static func day(_ text: String?, today: Day) throws -> Day {
        guard let text, !text.isEmpty else { return today }
        guard let day = Day(text), day <= today else { throw WebRefusal.notFound }
        return day
    }

    private func changes() async throws -> CatalogChangesPage {
        let most = CatalogDataRoutes.pageLength
        let changes = try await parts.read { try $0.catalogChanges(limit: most + 1) }
        return CatalogChangesPage(
            site: parts.site,
            changes: Array(changes.prefix(most)),
            hasMore: changes.count > most
        )
    }

    private func feed() async throws -> WebAnswer {
        let changes = try await parts.read { try $0.catalogChanges(limit: CatalogDataRoutes.feedLength) }
        return AtomFeed(
            origin: parts.site.publicAddress ?? "",
            path: HallPath.catalogFeed,
            title: "\(parts.site.division) 行政职权目录变化",
            updated: AtomFeed.moment(changes.first?.on ?? parts.today),
            entries: changes.map(AtomFeed.Entry.init)
        ).answer
    }
}

extension DataDictionary {
    /// What the columns of the catalog mean; those of its parts name the part.
    ///
    /// - Throws: `CategoryField.Fault`.
    static func catalog() throws -> DataDictionary {
        DataDictionary(
            fields: try CatalogTable.Kind.allCases.flatMap { kind in
                try CatalogTable(kind).columns.map { column in
                    let part = kind == .items ? "" : "\(kind.chinese)："
                    return (column.code, part + column.chinese, column.meaning)
                }
            }
        )
    }
}

extension AtomFeed.Entry {
    fileprivate init(_ change: CatalogChange) {
        let updated = AtomFeed.moment(change.on)
        let path = change.item.map { HallPath.item($0.code) } ?? HallPath.items
        let name = change.item?.name ?? ""
        switch change.kind {
        case .published(let version, let from):
            self.init(
                path: path,
                key: "v\(version)",
                title: "公布：\(name)",
                summary: "第 \(version) 版，自\(from.chinese)起施行。",
                updated: updated
            )
        case .abolished(let from, let ground):
            self.init(
                path: path,
                key: "abolished",
                title: "取消：\(name)",
                summary: "自\(from.chinese)起不再实施。依据：\(ground)",
                updated: updated
            )
        case .listed(let source, let count):
            self.init(
                path: path,
                key: "\(change.on) \(source)",
                title: "导入清单：\(source)",
                summary: "\(count) 项，尚未逐项确认。",
                updated: updated
            )
        }
    }
}
