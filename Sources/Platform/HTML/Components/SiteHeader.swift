/// The head of every page: the site's name, who is signed in, the main menu.
struct SiteHeader: Component {
    let site: SiteIdentity
    let navigation: [NavigationLink]
    let account: any HTML

    var body: any HTML {
        if let banner = site.banner { aside(.cssClass("site-banner"), .aria(.label, "提示")) { banner } }
        header(.cssClass("site-header")) {
            div(.cssClass("site-head")) {
                a(.cssClass("site-name"), .href(site.home)) {
                    emblem
                    span {
                        strong { site.name }
                        small { site.subtitle }
                    }
                }
                div(.cssClass("site-account")) { account }
            }
            if !navigation.isEmpty {
                nav(.cssClass("site-nav"), .aria(.label, "主导航")) {
                    ul { for item in navigation { li { item } } }
                }
            }
        }
    }

    /// A balance: 衡 weighs.
    private var emblem: any HTML {
        SVG.root(.viewBox(width: 32, height: 32), .cssClass("site-emblem"), .aria(.hidden, "true")) {
            SVG.path("M16 5v21M9 26h14M5 10h22M5 10l-3 8a4 4 0 0 0 7 0zM27 10l-4 8a4 4 0 0 0 7 0z")
        }
    }
}

/// The foot of every page.
struct SiteFooter: Component {
    let site: SiteIdentity

    var body: any HTML {
        footer(.cssClass("site-footer")) {
            if !site.footerLinks.isEmpty {
                ul(.cssClass("footer-links")) { for item in site.footerLinks { li { item } } }
            }
            for line in site.imprint { p { line } }
        }
    }
}

/// A link of a menu, with a count if something waits there.
package struct NavigationLink: Component {
    private let label: String
    private let address: String
    private let isCurrent: Bool
    private let count: Int?

    package init(_ label: String, to address: String, isCurrent: Bool = false, count: Int? = nil) {
        self.label = label
        self.address = address
        self.isCurrent = isCurrent
        self.count = count
    }

    package var body: any HTML {
        a(.href(address), .when(isCurrent, .aria(.current, "page"))) {
            label
            if let count, count > 0 { span(.cssClass("count")) { count } }
        }
    }
}
