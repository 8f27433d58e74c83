/// The frame of every page: skip link, header with navigation, breadcrumb, messages, main part, footer.
package struct PageShell: Component {
    /// How close the lines stand.
    package enum Density: String, Sendable {
        /// For citizens, who come once: large type, much air.
        case generous
        /// For officers, who stay all day: more rows on a screen.
        case dense
        /// For people with poor sight or little practice: very large type, strong contrast, one thing under the other.
        case large
        /// For a screen in a hall, read from across the room.
        case wall
    }

    private let heading: String
    private let site: SiteIdentity
    private let assets: PageAssets
    private let density: Density
    private let navigation: [NavigationLink]
    private let crumbs: [Crumb]
    private let account: any HTML
    private let messages: [AlertBox]
    private let language: PageLanguage
    private let metadata: PageMetadata?
    private let liveSource: String?
    private let renewalSeconds: Int?
    private let content: any HTML

    /// A whole page.
    ///
    /// - Parameters:
    ///   - title: the page's name in the browser's title bar, without the site's name.
    ///   - site: whose page it is.
    ///   - assets: addresses of the stylesheet and the script.
    ///   - density: for citizens or for officers.
    ///   - navigation: the main menu.
    ///   - crumbs: the way from the start page to here; the last one is this page.
    ///   - account: who is signed in, at the right of the header.
    ///   - messages: what has just happened, above the content.
    ///   - language: of everything but what is marked otherwise.
    ///   - metadata: where the page is and what it is about; `nil` for pages that are nobody else's.
    ///   - liveSource: address of the event stream that renews the page's live regions.
    ///   - renewalSeconds: how often a browser without scripts fetches the page again.
    ///   - content: the main part; it brings its own `h1`.
    package init(
        title: String,
        site: SiteIdentity,
        assets: PageAssets,
        density: Density = .generous,
        navigation: [NavigationLink] = [],
        crumbs: [Crumb] = [],
        account: any HTML = NoHTML(),
        messages: [AlertBox] = [],
        language: PageLanguage = .chinese,
        metadata: PageMetadata? = nil,
        liveSource: String? = nil,
        renewalSeconds: Int? = nil,
        @HTMLBuilder content: () -> any HTML
    ) {
        heading = title
        self.site = site
        self.assets = assets
        self.density = density
        self.navigation = navigation
        self.crumbs = crumbs
        self.account = account
        self.messages = messages
        self.language = language
        self.metadata = metadata
        self.liveSource = liveSource
        self.renewalSeconds = renewalSeconds
        self.content = content()
    }

    package var body: any HTML {
        raw("<!DOCTYPE html>\n")
        Element("html", [.lang(language.rawValue)]) {
            head
            Element("body", [.cssClass(density.rawValue)]) {
                a(.cssClass("skip-link"), .href("#main")) { language.skip }
                SiteHeader(site: site, language: language, navigation: navigation, account: account)
                div(.cssClass("page")) {
                    Breadcrumb(crumbs, language: language)
                    messages
                    Element("main", [.id("main"), .tabIndex(-1)]) { content }
                }
                SiteFooter(site: site, language: language)
            }
        }
    }

    private var head: any HTML {
        Element("head") {
            raw("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            Element("title") { heading == site.name ? heading : "\(heading) - \(site.name)" }
            link(.rel("stylesheet"), .href(assets.stylesheet))
            if let icon = assets.icon { link(.rel("icon"), .type("image/svg+xml"), .href(icon)) }
            if let metadata { metadata }
            if let renewalSeconds {
                Element("noscript") { meta(Attribute("http-equiv", "refresh"), .content("\(renewalSeconds)")) }
            }
            if let liveSource {
                meta(.name("live-source"), .content(liveSource))
                script(src: assets.liveScript)
            }
        }
    }
}

/// Where the browser fetches what is common to all pages.
package struct PageAssets: Sendable {
    package let stylesheet: String
    let liveScript: String
    /// Of answers while typing, which search lines use; without it they do without.
    let suggestScript: String?
    /// Of files that go on after a line was cut; without it they come with their form.
    package let uploadScript: String?
    /// Of drafts that save themselves; without it each button saves.
    package let draftScript: String?
    /// Of work without network, in the order they are needed; empty where there is none.
    package let fieldScripts: [String]
    package let icon: String?

    package init(
        stylesheet: String,
        liveScript: String,
        suggestScript: String? = nil,
        uploadScript: String? = nil,
        draftScript: String? = nil,
        fieldScripts: [String] = [],
        icon: String? = nil
    ) {
        self.stylesheet = stylesheet
        self.liveScript = liveScript
        self.suggestScript = suggestScript
        self.uploadScript = uploadScript
        self.draftScript = draftScript
        self.fieldScripts = fieldScripts
        self.icon = icon
    }
}

/// Whose site it is, as header and footer say it.
package struct SiteIdentity: Sendable {
    package let name: String
    package let subtitle: String
    package let home: String
    package let banner: String?
    let footerLinks: [NavigationLink]
    let imprint: [String]

    /// Whose site it is.
    ///
    /// - Parameters:
    ///   - name: the site's name.
    ///   - subtitle: the division or agency under it.
    ///   - home: address of the start page.
    ///   - banner: one line above everything, such as that this is a demonstration.
    ///   - footerLinks: links of the footer.
    ///   - imprint: lines of the footer: responsible agency, telephone, file numbers.
    package init(
        name: String,
        subtitle: String,
        home: String = "/",
        banner: String? = nil,
        footerLinks: [NavigationLink] = [],
        imprint: [String] = []
    ) {
        self.name = name
        self.subtitle = subtitle
        self.home = home
        self.banner = banner
        self.footerLinks = footerLinks
        self.imprint = imprint
    }
}
