import Access
import Catalog
import Codes
import Directory
import EventLog
import HTML
import WebServer

/// The start page.
struct HomeRoutes: Sendable {
    let parts: HallParts

    private static let shownDecisions = 6

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.home, name: "hall.home", access: .everyone) { request, _ in
                try await home(request)
            },
            // A word to say on the telephone; the address of the page names its language like every other.
            HallRoute(.get, HallPath.Pattern.englishHome, name: "hall.home.english", access: .everyone) { _, _ in
                .redirect(to: PublicPlace.address(HallPath.home, in: .english))
            },
        ]
    }

    private func home(_ request: WebRequest) async throws -> WebAnswer {
        let language = PageLanguage(asked: request.query["lang"])
        let place = PublicPlace(HallPath.home, in: language)
        let today = parts.today
        let (counts, tree, found) = try await parts.read { [search = parts.search] reading in
            (
                try reading.catalogCounts().filter(\.standing.isPublic),
                try reading.reader.divisionTree(in: reading.realm),
                try search.search(CatalogQuery("", limit: 1), in: reading)
            )
        }
        var agencies: [String: Int] = [:]
        var categories: [PowerCategory: Int] = [:]
        for count in counts {
            if let agency = count.agencyName { agencies[agency, default: 0] += count.count }
            categories[count.category, default: 0] += count.count
        }
        let itemCount = counts.reduce(0) { $0 + $1.count }
        let byAgency = agencies.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { name, count in
            BrowseLink(name: name, count: count, address: address(ItemQuery(agency: name), in: language))
        }
        let byCategory = PowerCategory.allCases.compactMap { category in
            categories[category].map {
                BrowseLink(
                    name: category.said(in: language),
                    hint: language == .chinese ? category.plainWords : nil,
                    count: $0,
                    address: address(ItemQuery(category: category), in: language)
                )
            }
        }
        guard language == .chinese else {
            return .page(
                EnglishHomePage(
                    site: parts.site,
                    place: place,
                    itemCount: itemCount,
                    agencies: byAgency,
                    categories: byCategory
                )
            )
        }
        var groups: [EventGroup] = []
        for group in parts.lifeEvents.groups {
            let events = try await LifeEventRoutes.offered(group, from: parts)
            if !events.isEmpty { groups.append(EventGroup(name: group.name, events: events)) }
        }
        let page = HomePage(
            site: parts.site,
            place: place,
            itemCount: itemCount,
            regions: DivisionHallRoutes.regions(tree, found, at: nil, on: today),
            groups: groups,
            agencies: byAgency,
            categories: byCategory,
            halls: tree.halls(on: today).map(DivisionHallRoutes.link),
            decisions: try await DecisionRoutes.latest(HomeRoutes.shownDecisions, from: parts),
            messages: request.messages
        )
        return .page(page)
    }

    private func address(_ query: ItemQuery, in language: PageLanguage) -> String {
        var query = query
        query.language = language
        return query.address
    }
}
