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
                .page(try await home(request))
            }
        ]
    }

    private func home(_ request: WebRequest) async throws -> HomePage {
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
        var groups: [EventGroup] = []
        for group in parts.lifeEvents.groups {
            let events = try await LifeEventRoutes.offered(group, from: parts)
            if !events.isEmpty { groups.append(EventGroup(name: group.name, events: events)) }
        }
        return HomePage(
            site: parts.site,
            itemCount: counts.reduce(0) { $0 + $1.count },
            regions: DivisionHallRoutes.regions(tree, found, at: nil, on: today),
            groups: groups,
            agencies: agencies.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { name, count in
                BrowseLink(name: name, count: count, address: ItemQuery(agency: name).address)
            },
            categories: PowerCategory.allCases.compactMap { category in
                categories[category].map {
                    BrowseLink(
                        name: category.chinese,
                        hint: category.plainWords,
                        count: $0,
                        address: ItemQuery(category: category).address
                    )
                }
            },
            halls: tree.halls(on: today).map(DivisionHallRoutes.link),
            decisions: try await DecisionRoutes.latest(HomeRoutes.shownDecisions, from: parts),
            messages: request.messages
        )
    }
}
