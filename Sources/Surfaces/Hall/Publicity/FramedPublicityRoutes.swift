import Access
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// The sections once more, for a frame in the site of the agency or government they are of.
///
/// They look at no cookie, hold no form, and may be framed by the sites that were named for that owner alone.
struct FramedPublicityRoutes: Sendable {
    let parts: HallParts

    /// So long a copy may be shown, also after a site is no longer named.
    private static let seconds = 60
    /// Links leave the frame: no other page of the Hall may stand in it.
    private static let target = "_blank"

    var routes: [HallRoute] {
        [
            route(HallPath.Pattern.framedAgency, name: "hall.framedAgency") { request in
                let section = try await AgencyPublicity.read(request.parameters["agency"] ?? "", from: parts)
                return Framed(
                    owner: .agency(section.agency.id),
                    title: "\(section.agency.profile.name)行政执法公示",
                    whole: HallPath.publicity(agency: section.agency.id.text),
                    content: AgencyPublicityContent(section: section, target: FramedPublicityRoutes.target)
                )
            },
            route(HallPath.Pattern.framedBases, name: "hall.framedBases") { request in
                let section = try await AgencyPublicity.read(request.parameters["agency"] ?? "", from: parts)
                return Framed(
                    owner: .agency(section.agency.id),
                    title: "\(section.agency.profile.name)执法依据目录",
                    whole: HallPath.bases(of: section.agency.id.text),
                    content: BasisCatalogContent(section: section, target: FramedPublicityRoutes.target)
                )
            },
            route(HallPath.Pattern.framedDivision, name: "hall.framedDivision") { request in
                guard let code = Division.Code(request.parameters["division"] ?? "") else { throw WebRefusal.notFound }
                let section = try await DivisionPublicity.read(code, from: parts)
                return Framed(
                    owner: .division(code),
                    title: "\(section.division.name)行政执法公示",
                    whole: HallPath.publicity(of: code),
                    content: DivisionPublicityContent(section: section, target: FramedPublicityRoutes.target)
                )
            },
        ]
    }

    private struct Framed: Sendable {
        let owner: FramingOwner
        let title: String
        /// The same page in the Hall.
        let whole: String
        let content: any HTML
    }

    private func route(
        _ path: RoutePath,
        name: String,
        _ read: @escaping @Sendable (WebRequest) async throws -> Framed
    ) -> HallRoute {
        HallRoute(.get, path, name: name, access: .everyone, sender: .program) { request, _ in
            let framed = try await read(request)
            let owner = framed.owner
            let (site, whole) = (parts.site.identity, (parts.site.publicAddress ?? "") + framed.whole)
            let page = BareShell(
                title: framed.title,
                site: site,
                assets: parts.site.assets,
                for: .framed,
                canonical: whole
            ) {
                h1 { framed.title }
                framed.content
                p(.cssClass("hint")) {
                    "来自\(site.name)（\(site.subtitle)）。"
                    FrameLink("在大厅中查看", to: whole, target: FramedPublicityRoutes.target)
                }
            }
            var answer = WebAnswer.page(page)
            answer.framedBy = try await parts.read { try $0.framingSites(of: owner) }
            answer.caching = .everybody(seconds: FramedPublicityRoutes.seconds)
            return answer
        }
    }
}
