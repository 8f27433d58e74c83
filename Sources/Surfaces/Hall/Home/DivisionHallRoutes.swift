import Access
import Catalog
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// The Halls of the divisions below: each its own, or the one above that serves it.
struct DivisionHallRoutes: Sendable {
    let parts: HallParts

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.hall, name: "hall.division", access: .everyone) { request, _ in
                guard let code = Division.Code(request.parameters["code"] ?? "") else { throw WebRefusal.notFound }
                return try await show(code)
            }
        ]
    }

    /// A place that shares the Hall of another is led there; one above which nobody runs a Hall, to the start page.
    private func show(_ asked: Division.Code) async throws -> WebAnswer {
        let today = parts.today
        let (tree, found) = try await parts.read { [search = parts.search] reading in
            (
                try reading.reader.divisionTree(in: reading.realm),
                try search.search(CatalogQuery("", limit: 1), in: reading)
            )
        }
        guard let code = tree.current(asked, on: today) else { throw WebRefusal.notFound }
        let halls = tree.halls(on: today)
        let serving = tree.hall(of: code, on: today)
        guard halls.contains(where: { $0.code == serving }) else { return .redirect(to: HallPath.home) }
        guard serving == asked else { return .redirect(to: HallPath.hall(serving.text)) }
        let places = found.divisions.compactMap { count -> BrowseLink? in
            guard let place = Division.Code(count.value), tree.hall(of: place, on: today) == code else { return nil }
            var query = ItemQuery()
            query.division = count.value
            return BrowseLink(
                name: tree.division(place, on: today)?.name ?? count.value,
                count: count.count,
                address: query.address
            )
        }
        let above = halls.last { $0.code != code && $0.code.contains(code) }
        let page = DivisionHallPage(
            site: parts.site,
            name: tree.division(code, on: today)?.name ?? code.text,
            place: PublicPlace(HallPath.hall(code.text), region: code.padded),
            regions: DivisionHallRoutes.regions(tree, found, at: code, on: today),
            places: places,
            below: halls.filter { $0.code != code && code.contains($0.code) }.map(DivisionHallRoutes.link),
            above: above.map(DivisionHallRoutes.link)
        )
        return .page(page)
    }

    /// The switch on start pages: it leads to the Hall of a region that runs one, to the list of its items elsewhere.
    static func regions(
        _ tree: DivisionTree,
        _ found: CatalogAnswer,
        at code: Division.Code?,
        on today: Day
    ) -> RegionSwitch {
        RegionSwitch(tree, items: found.divisions.map { ($0.value, $0.count) }, chosen: code, on: today) { region in
            guard let region else { return HallPath.home }
            let runsHall =
                tree.hall(of: region, on: today) == region && tree.halls(on: today).contains { $0.code == region }
            return runsHall ? HallPath.hall(region.text) : ItemQuery().moved(to: region).address
        }
    }

    static func link(_ division: Division) -> HallLink {
        HallLink(label: "\(division.name)电子政务大厅", address: HallPath.hall(division.code.text))
    }
}
