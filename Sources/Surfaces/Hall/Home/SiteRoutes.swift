import Access
import Catalog
import Directory
import EventLog
import HTML
import Interchange
import Kernel
import WebServer

/// What search machines ask for: what they may visit, and which pages there are.
struct SiteRoutes: Sendable {
    let parts: HallParts

    /// A site map holds at most fifty thousand addresses (sitemaps.org).
    private static let greatestMap = 50_000

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.robots, name: "hall.robots", access: .everyone) { _, _ in
                WebAnswer(type: "text/plain; charset=utf-8", bytes: Array(robots.utf8))
            },
            HallRoute(
                .get,
                HallPath.Pattern.siteMap,
                name: "hall.siteMap",
                access: .everyone,
                rateLimit: RateLimit(30, per: .seconds(60))
            ) { _, _ in
                WebAnswer(type: "application/xml; charset=utf-8", bytes: Array(try await siteMap().utf8))
            },
        ]
    }

    private var origin: String { parts.site.publicAddress ?? "" }

    /// Pages of a single case or letter are reached by a code and stay out of every index.
    private var robots: String {
        """
        User-agent: *
        Disallow: \(HallPath.follow)
        Disallow: /apply
        Disallow: /check
        Disallow: /view
        Disallow: /embed
        Disallow: /kiosk
        Disallow: /screen
        Disallow: /search
        Disallow: \(HallPath.newLetter)
        Sitemap: \(origin)\(HallPath.siteMap)

        """
    }

    private func siteMap() async throws -> String {
        let today = parts.today
        let (items, halls, agencies) = try await parts.read { [search = parts.search] reading in
            (
                try search.search(CatalogQuery(limit: SiteRoutes.greatestMap), in: reading).entries,
                try reading.reader.divisionTree(in: reading.realm).halls(on: today),
                try reading.reader.agencies(in: reading.realm, on: today)
            )
        }
        let events = parts.lifeEvents.groups.flatMap(\.events).map { HallPath.lifeEvent($0.id) }
        let bilingual = [HallPath.home, HallPath.items] + items.map { HallPath.item($0.code) }
        let chinese =
            [
                HallPath.decisions, HallPath.letters, HallPath.information, HallPath.laws, HallPath.lists,
                HallPath.publicity,
                HallPath.subjects, HallPath.enforcers, HallPath.supervisors, HallPath.pledges, HallPath.oversight,
                HallPath.openData,
            ] + events + halls.map { HallPath.hall($0.code.text) } + agencies.map { HallPath.pledge($0.id.text) }
            + agencies.map { HallPath.publicity(agency: $0.id.text) }
            + Set(agencies.map(\.profile.division)).sorted().map(HallPath.publicity(of:))
        let paths = chinese + bilingual + bilingual.map { PublicPlace.address($0, in: .english) }
        var xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        xml += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
        for path in paths.prefix(SiteRoutes.greatestMap) {
            xml += "<url><loc>\(XMLText.escape(origin + path))</loc></url>"
        }
        return xml + "</urlset>\n"
    }
}
