/// The head of every page: the site's name, who is signed in, the main menu.
struct SiteHeader: Component {
    let site: SiteIdentity
    let language: PageLanguage
    let navigation: [NavigationLink]
    let account: any HTML

    var body: any HTML {
        if let banner = site.banner {
            aside(.cssClass("site-banner"), .aria(.label, language.notice)) { language.quoting(banner) }
        }
        header(.cssClass("site-header")) {
            div(.cssClass("site-head")) {
                a(.cssClass("site-name"), .href(site.home)) {
                    emblem
                    span {
                        strong { language.quoting(site.name) }
                        small { language.quoting(site.subtitle) }
                    }
                }
                div(.cssClass("site-account")) { account }
            }
            if !navigation.isEmpty {
                nav(.cssClass("site-nav"), .aria(.label, language.mainMenu)) {
                    ul { for item in navigation { li { item.said(in: language) } } }
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
    let language: PageLanguage

    var body: any HTML {
        footer(.cssClass("site-footer")) {
            if !site.footerLinks.isEmpty {
                ul(.cssClass("footer-links")) { for item in site.footerLinks { li { item.said(in: language) } } }
            }
            for line in site.imprint { p { language.quoting(line) } }
        }
    }
}

/// A link of a menu, with a count if something waits there.
package struct NavigationLink: Component {
    private let label: String
    private let english: String?
    private let address: String
    private let isCurrent: Bool
    private let count: Int?
    private let isAtLeast: Bool
    private let language: PageLanguage

    /// - Parameters:
    ///   - label: in Chinese.
    ///   - english: the same on pages in English; without it the Chinese words stand there, marked as such.
    ///   - address: where it leads.
    ///   - isCurrent: whether it is the part of the site that is shown.
    ///   - count: what waits there.
    ///   - isAtLeast: whether there may be more, because counting ended there.
    package init(
        _ label: String,
        english: String? = nil,
        to address: String,
        isCurrent: Bool = false,
        count: Int? = nil,
        isAtLeast: Bool = false
    ) {
        self.label = label
        self.english = english
        self.address = address
        self.isCurrent = isCurrent
        self.count = count
        self.isAtLeast = isAtLeast
        language = .chinese
    }

    private init(_ link: NavigationLink, in language: PageLanguage) {
        label = link.label
        english = link.english
        address = link.address
        isCurrent = link.isCurrent
        count = link.count
        isAtLeast = link.isAtLeast
        self.language = language
    }

    /// The same link on a page in `language`.
    func said(in language: PageLanguage) -> NavigationLink { NavigationLink(self, in: language) }

    package var body: any HTML {
        a(.href(address), .when(isCurrent, .aria(.current, "page"))) {
            if language == .english, let english { english } else { language.quoting(label) }
            if let count, count > 0 { span(.cssClass("count")) { isAtLeast ? "\(count)+" : "\(count)" } }
        }
    }
}
