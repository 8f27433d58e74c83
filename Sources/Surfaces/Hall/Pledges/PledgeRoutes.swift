import Access
import Casework
import Catalog
import Directory
import Documents
import EventLog
import HTML
import Kernel
import Publicity
import WebServer

/// What the agencies promised, and how they kept it.
struct PledgeRoutes: Sendable {
    let parts: HallParts
    /// Sets handbooks; its own, so that none keeps official documents waiting.
    private let renderer = DocumentRenderer()

    init(parts: HallParts) {
        self.parts = parts
    }

    private static let shownDelays = 100
    /// No agency has more; a list that names more is cut.
    private static let mostItems = 1_000

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.pledges, name: "hall.pledges", access: .everyone) { _, _ in
                .page(try await all())
            },
            HallRoute(.get, HallPath.Pattern.pledge, name: "hall.pledge", access: .everyone) { request, _ in
                .page(try await one(request.parameters["agency"] ?? ""))
            },
            HallRoute(
                .get,
                HallPath.Pattern.handbook,
                name: "hall.handbook",
                access: .everyone,
                rateLimit: RateLimit(20, per: .seconds(60))
            ) { request, _ in try await handbook(request.parameters["agency"] ?? "") },
        ]
    }

    private func all() async throws -> PledgesPage {
        let (today, days) = (parts.today, parts.durations.days)
        let rows = try await parts.read { reading in
            let names = try Dictionary(
                reading.reader.agencies(in: reading.realm, on: today).map { ($0.id.text, $0.profile.name) },
                uniquingKeysWith: { first, _ in first }
            )
            return try DelayRecord(reading, on: today).figures(days: days).compactMap { figures in
                names[figures.agency].map { name in
                    PledgesPage.Row(
                        agency: name,
                        address: HallPath.pledge(figures.agency),
                        cases: figures.cases,
                        late: figures.late
                    )
                }
            }
        }
        return PledgesPage(
            site: parts.site,
            days: days,
            rows: rows.sorted { ($1.late, $1.cases, $0.agency) < ($0.late, $0.cases, $1.agency) }
        )
    }

    private func one(_ id: String) async throws -> PledgePage {
        let (today, days, site, search) = (parts.today, parts.durations.days, parts.site, parts.search)
        return try await parts.read { reading in
            let agency = try PledgeRoutes.agency(id, on: today, in: reading)
            let record = DelayRecord(reading, on: today)
            let figures = try record.figures(days: days).first { $0.agency == id }
            let delays = try record.delays(.agency(id), days: days, limit: PledgeRoutes.shownDelays)
            let items = try PledgeRoutes.items(of: agency, .published, search, on: today, in: reading)
            return PledgePage(
                site: site,
                agency: agency.profile.name,
                address: HallPath.pledge(id),
                handbook: HallPath.handbook(id),
                complaintLine: agency.profile.complaintLine,
                days: days,
                cases: figures?.cases ?? 0,
                late: figures?.late ?? 0,
                unexplained: delays.count { $0.reason == nil },
                promises: items.map { item in
                    PledgePage.Promise(
                        item: item.name,
                        address: HallPath.item(item.code),
                        promised: item.promisedLimit?.chinese,
                        statutory: item.statutoryLimit?.period.chinese
                    )
                },
                delays: DelayTable(delays, showsItem: true)
            )
        }
    }

    private func handbook(_ id: String) async throws -> WebAnswer {
        let (today, site, search) = (parts.today, parts.site, parts.search)
        let handbook = try await parts.read { reading in
            let agency = try PledgeRoutes.agency(id, on: today, in: reading)
            return AgencyHandbook(
                agency: agency.profile.name,
                items: try PledgeRoutes.items(of: agency, .published, search, on: today, in: reading),
                imported: try PledgeRoutes.entries(of: agency, .imported, search, in: reading).map {
                    (name: $0.name, code: $0.code)
                },
                division: site.division,
                origin: site.publicAddress,
                today: today,
                isDemonstration: site.identity.banner != nil
            )
        }
        var answer = WebAnswer.file(
            named: "\(handbook.agency)办事手册.pdf",
            type: "application/pdf",
            bytes: try await renderer.render(handbook.document),
            isShown: true
        )
        answer.caching = .everybody(seconds: 300)
        return answer
    }

    private static func agency(_ id: String, on today: Day, in reading: EventReading) throws -> AgencyRow {
        let agencies = try reading.reader.agencies(in: reading.realm, on: today)
        guard let agency = agencies.first(where: { $0.id.text == id }) else { throw WebRefusal.notFound }
        return agency
    }

    private static func entries(
        of agency: AgencyRow,
        _ standing: ItemStanding,
        _ search: CatalogSearch,
        in reading: EventReading
    ) throws -> [CatalogEntry] {
        let query = CatalogQuery(agencyName: agency.profile.name, standing: standing, limit: mostItems)
        return try search.search(query, in: reading).entries
    }

    /// What everybody may know today of an agency's items in one standing.
    private static func items(
        of agency: AgencyRow,
        _ standing: ItemStanding,
        _ search: CatalogSearch,
        on today: Day,
        in reading: EventReading
    ) throws -> [ItemContent] {
        try entries(of: agency, standing, search, in: reading).compactMap { entry in
            try reading.state(PowerItem.self, entry.id.text).state.open(entry.id, on: today)?.content
        }
    }
}
