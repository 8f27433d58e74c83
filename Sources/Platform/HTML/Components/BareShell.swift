/// A page without menu and footer: for a frame of another site, a touch screen or a screen on a wall.
package struct BareShell: Component {
    /// What it is made for; the stylesheet knows it by this name.
    package enum Purpose: String, Sendable {
        /// Stands in a page of somebody else.
        case framed
        /// Is touched by people who stand before it: everything to press is large.
        case kiosk
        /// Is read from across the room.
        case screen
    }

    private let title: String
    private let site: SiteIdentity
    private let assets: PageAssets
    private let purpose: Purpose
    private let canonical: String?
    private let content: any HTML

    /// A page without menu and footer.
    ///
    /// - Parameters:
    ///   - title: the page's name.
    ///   - site: whose page it is.
    ///   - assets: where the stylesheet is.
    ///   - purpose: what it is made for.
    ///   - canonical: the address of the same page with everything round it, if there is one.
    ///   - content: all of the page, with its own `h1`.
    package init(
        title: String,
        site: SiteIdentity,
        assets: PageAssets,
        for purpose: Purpose,
        canonical: String? = nil,
        @HTMLBuilder content: () -> any HTML
    ) {
        self.title = title
        self.site = site
        self.assets = assets
        self.purpose = purpose
        self.canonical = canonical
        self.content = content()
    }

    private var density: PageShell.Density {
        switch purpose {
        case .framed: .generous
        case .kiosk: .large
        case .screen: .wall
        }
    }

    package var body: any HTML {
        raw("<!DOCTYPE html>\n")
        Element("html", [.lang(PageLanguage.chinese.rawValue)]) {
            Element("head") {
                raw("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                Element("title") { "\(title) - \(site.name)" }
                link(.rel("stylesheet"), .href(assets.stylesheet))
                if let icon = assets.icon { link(.rel("icon"), .type("image/svg+xml"), .href(icon)) }
                if let canonical { link(.rel("canonical"), .href(canonical)) }
                meta(.name("robots"), .content("noindex"))
            }
            Element(
                "body",
                [.cssClass("\(density.rawValue) \(purpose.rawValue)")]
            ) {
                if let banner = site.banner {
                    aside(.cssClass("site-banner"), .aria(.label, PageLanguage.chinese.notice)) { banner }
                }
                div(.cssClass("page")) { Element("main", [.id("main")]) { content } }
            }
        }
    }
}
