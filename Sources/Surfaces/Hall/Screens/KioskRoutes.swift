import Access
import Catalog
import Codes
import EventLog
import HTML
import Kernel
import Publicity
import WebServer

/// The Hall on a touch screen (自助触摸屏): everything is chosen on the page, nothing is typed, and whoever leaves is
/// followed by an empty screen.
///
/// Nothing here takes a form or a session, so that nobody can leave anything behind. After a while without a touch the
/// screen asks whether anybody is there, then it begins anew and has the browser forget what it kept.
struct KioskRoutes: Sendable {
    let parts: HallParts

    var routes: [HallRoute] {
        [
            route(HallPath.Pattern.kiosk, "hall.kiosk") { _ in .page(KioskHomePage(site: parts.site)) },
            route(HallPath.Pattern.kioskAgencies, "hall.kioskAgencies") { _ in try await choice(.agencies) },
            route(HallPath.Pattern.kioskCategories, "hall.kioskCategories") { _ in try await choice(.categories) },
            route(HallPath.Pattern.kioskItems, "hall.kioskItems") { request in try await items(request) },
            route(HallPath.Pattern.kioskItem, "hall.kioskItem") { request in
                try await item(request.parameters["code"] ?? "")
            },
            route(HallPath.Pattern.kioskResults, "hall.kioskResults") { _ in try await results() },
            HallRoute(.get, HallPath.Pattern.kioskIdle, name: "hall.kioskIdle", access: .everyone) { request, _ in
                let page = KioskIdlePage(
                    site: parts.site,
                    seconds: parts.screens.warningSeconds,
                    back: KioskRoutes.place(request.query["from"])
                )
                return WebAnswer.page(page).refreshed(HallPath.kioskReset, after: parts.screens.warningSeconds)
            },
            HallRoute(.get, HallPath.Pattern.kioskReset, name: "hall.kioskReset", access: .everyone) { _, _ in
                var answer = WebAnswer.redirect(to: HallPath.kiosk)
                answer.headers.append(.init("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\""))
                return answer
            },
        ]
    }

    /// A page that asks after a while whether anybody is there.
    private func route(
        _ path: RoutePath,
        _ name: String,
        _ page: @escaping @Sendable (WebRequest) async throws -> WebAnswer
    ) -> HallRoute {
        HallRoute(.get, path, name: name, access: .everyone) { request, _ in
            try await page(request).refreshed(
                HallPath.kioskIdle(from: request.address),
                after: parts.screens.idleSeconds
            )
        }
    }

    /// Where one was; anything that is no page of the touch screen is its start.
    static func place(_ from: String?) -> String {
        guard let from, from == HallPath.kiosk || from.hasPrefix("\(HallPath.kiosk)/"), from.utf8.count <= 2_000,
            WebAddress.isHarmless(from)
        else { return HallPath.kiosk }
        return from
    }

    private enum Choice {
        case agencies, categories
    }

    private func choice(_ choice: Choice) async throws -> WebAnswer {
        let found = try await parts.read { [search = parts.search] reading in
            try search.search(CatalogQuery(limit: 1), in: reading)
        }
        let (title, links): (String, [BrowseLink]) =
            switch choice {
            case .agencies:
                (
                    "按机关找",
                    found.agencies.map {
                        BrowseLink(
                            name: $0.value,
                            count: $0.count,
                            address: KioskRoutes.list(ItemQuery(agency: $0.value))
                        )
                    }
                )
            case .categories:
                (
                    "按类型找",
                    found.categories.map {
                        BrowseLink(
                            name: $0.value.chinese,
                            hint: $0.value.plainWords,
                            count: $0.count,
                            address: KioskRoutes.list(ItemQuery(category: $0.value))
                        )
                    }
                )
            }
        return .page(KioskChoicePage(site: parts.site, title: title, links: links))
    }

    /// The same list on the touch screen.
    static func list(_ query: ItemQuery) -> String { HallPath.kiosk + query.address }

    private func items(_ request: WebRequest) async throws -> WebAnswer {
        var query = ItemQuery(request.query)
        query.language = .chinese
        query.text = String(query.text.lowercased().filter { $0.isASCII && $0.isLetter }.prefix(KioskItemsPage.longest))
        let isNarrowed = !query.text.isEmpty || query.agency != nil || query.category != nil
        let found = try await parts.read { [search = parts.search, query] reading in
            isNarrowed ? try search.search(query.catalogQuery, in: reading) : nil
        }
        let next = found.flatMap { $0.hasMore ? $0.entries.last.flatMap { query.next(after: $0.id) } : nil }
        return .page(KioskItemsPage(site: parts.site, query: query, found: found, next: next))
    }

    private func item(_ code: String) async throws -> WebAnswer {
        guard let item = try await PublicItem.read(code, from: parts) else {
            return .page(KioskMissingPage(site: parts.site), status: 404)
        }
        return .page(
            KioskItemPage(
                site: parts.site,
                name: item.content.name,
                standing: item.standing,
                facts: ItemLeaflet.facts(of: item.content),
                address: parts.site.publicAddress.map { $0 + HallPath.item(item.content.code) }
            )
        )
    }

    private func results() async throws -> WebAnswer {
        let found = try await parts.read { [policy = parts.policy, today = parts.today] reading in
            try PublicRecord(reading, policy, on: today).list(limit: KioskResultsPage.rows)
        }
        return .page(KioskResultsPage(site: parts.site, rows: found.map { DecisionRow($0.decision) }))
    }
}

extension WebAnswer {
    /// The same answer, which the browser leaves by itself: a header, so that it needs no script and no element.
    func refreshed(_ address: String, after seconds: Int) -> WebAnswer {
        var answer = self
        answer.headers.append(Header("Refresh", "\(seconds); url=\(address)"))
        return answer
    }
}
