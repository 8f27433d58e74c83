import Access
import Catalog
import Codes
import Composition
import Cryptography
import Definitions
import HTML
import Hall
import Kernel
import Law
import TimeLimits
import WebServer

/// All routes of the program, surface by surface.
struct MountedSurfaces {
    typealias SurfaceRoute = Route<AccessRule, Principal?>

    static let signInPath = "/sign-in"
    static let newPasswordPath = "/password"

    let house: House
    let store: AccessStore
    let hub: EventHub
    let site: SiteIdentity

    func routes() throws -> RouteTable<AccessRule, Principal?> {
        var routes = try HallRoutes(hall()).routes
        if house.isDemonstration { routes.append(DemonstrationClockRoute(house: house).route) }
        return try RouteTable(routes)
    }

    private func hall() throws -> HallParts {
        HallParts(
            log: house.log,
            realm: house.realm,
            search: CatalogSearch(),
            drafts: house.drafts,
            blobs: house.blobs,
            queryKey: house.ring.key(for: .receipt),
            gists: try LawGists(Definitions.bytes("law/law-gists.json")),
            policy: house.modules.masking,
            calendar: try NationalCalendar.load(),
            divisions: try DivisionTable.national(),
            site: HallSite(
                identity: site,
                assets: AssetShelf.design.pageAssets,
                division: house.isDemonstration ? "四川省广安市广安区" : "本级",
                complaintLine: house.isDemonstration ? "12345（演示）" : nil,
                officersEntrance: MountedSurfaces.signInPath
            )
        )
    }
}
