import Access
import Catalog
import EventLog
import HTML
import WebServer

/// The catalog by what people want to do.
struct LifeEventRoutes: Sendable {
    let parts: HallParts

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.lifeEvent, name: "hall.lifeEvent", access: .everyone) { request, _ in
                try await show(request.parameters["event"] ?? "")
            }
        ]
    }

    private func show(_ id: String) async throws -> WebAnswer {
        guard let event = parts.lifeEvents.event(id),
            let group = parts.lifeEvents.groups.first(where: { $0.events.contains(event) })
        else { throw WebRefusal.notFound }
        let found = try await parts.read { [search = parts.search] reading in
            try search.items(for: event, in: reading)
        }
        guard !found.isEmpty else { return .redirect(to: HallPath.items) }
        let shares = Dictionary(grouping: found) { $0.agencyName ?? "未填报机关" }
            .map { LifeEventPage.Share(agency: $0.key, items: $0.value.map(ItemRow.init)) }
            .sorted { ($1.items.count, $0.agency) < ($0.items.count, $1.agency) }
        let others = try await LifeEventRoutes.offered(group, from: parts).filter { $0.name != event.name }
        return .page(
            LifeEventPage(
                site: parts.site,
                name: event.name,
                address: HallPath.lifeEvent(event.id),
                group: group.name,
                agencies: shares,
                others: others
            )
        )
    }

    /// Returns the events of a group for which the catalog holds something.
    static func offered(_ group: LifeEvents.Group, from parts: HallParts) async throws -> [LifeEventPage.Event] {
        try await parts.read { [search = parts.search] reading in
            try group.events
                .filter { try !search.items(for: $0, in: reading, limit: 1).isEmpty }
                .map { LifeEventPage.Event(name: $0.name, address: HallPath.lifeEvent($0.id)) }
        }
    }
}
