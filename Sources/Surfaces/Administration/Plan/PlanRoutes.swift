import Access
import Catalog
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// The breakdown plan of an agency: the versions, today's posts as the next one, and its check.
struct PlanRoutes {
    let parts: AdministrationParts

    var routes: [AdministrationRoute] {
        [
            AdministrationRoute(
                .get,
                "/administration/agencies/{agency}/plan",
                name: "adminPlan",
                access: AdministrationAccess.reading,
                handler: show
            )
        ]
    }

    private func show(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let id = Agency.ID(request.parameters["agency"] ?? "")
        let principal = try principal.required(AdministrationAccess.reading)
        let version = request.query["version"].flatMap { Int($0) }
        let today = parts.today
        let sheet = try await parts.read { reading in try PlanSheet(of: id, version, on: today, reading) }
        guard let sheet else { throw WebRefusal.notFound }
        _ = try Optional(principal).required(AdministrationAccess.reading, at: sheet.agency.place)
        return .page(PlanPage(visit: Visit(parts, request, principal), sheet: sheet))
    }
}

/// A plan with what stands against it.
struct PlanSheet: Sendable {
    let agency: AgencyRow
    let plan: BreakdownPlan
    let faults: [BreakdownPlan.Fault]
    /// The versions that were published, the first one first.
    let published: [BreakdownPlan]
    /// Whether the plan is what today's posts give and not yet published.
    let isDraft: Bool

    /// Returns `nil` when there is no such agency or version.
    ///
    /// - Parameters:
    ///   - id: whose plan.
    ///   - version: a published one; `nil` for what today's posts give.
    ///   - day: today.
    ///   - reading: where it is read.
    /// - Throws: `DatabaseError`.
    init?(of id: Agency.ID, _ version: Int?, on day: Day, _ reading: EventReading) throws {
        guard let row = try reading.reader.agency(id, in: reading.realm),
            let agency = try reading.state(AgencyEntry.self, id.text).state.agency
        else { return nil }
        if let version {
            guard let found = agency.plans.first(where: { $0.version == version }) else { return nil }
            plan = found
        } else {
            let posts = try reading.reader.posts(ofAgency: id, in: reading.realm, on: day)
                .compactMap { try reading.state(PostEntry.self, $0.id.text).state.post }
            plan = agency.plan(version: agency.plans.count + 1, of: posts, on: day)
        }
        let confirmed = try reading.reader.confirmedItems(
            ofAgency: id.text,
            in: reading.realm,
            on: version == nil ? day : plan.from
        )
        faults = plan.faults(against: confirmed.map { (item: $0.id.text, name: $0.name) })
        self.agency = row
        published = agency.plans
        isDraft = version == nil
    }
}
