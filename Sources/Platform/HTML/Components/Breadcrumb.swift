/// One step of the way from the start page to the page shown.
package struct Crumb: Sendable {
    package let label: String
    package let address: String?

    /// A step; the last one, the page itself, has no address.
    package init(_ label: String, to address: String? = nil) {
        self.label = label
        self.address = address
    }
}

/// The way from the start page to the page shown.
struct Breadcrumb: Component {
    private let crumbs: [Crumb]
    private let language: PageLanguage

    init(_ crumbs: [Crumb], language: PageLanguage = .chinese) {
        self.crumbs = crumbs
        self.language = language
    }

    var body: any HTML {
        if !crumbs.isEmpty {
            nav(.cssClass("breadcrumb"), .aria(.label, language.place)) {
                ol {
                    for crumb in crumbs {
                        li {
                            if let address = crumb.address {
                                a(.href(address)) { crumb.label }
                            } else {
                                span(.aria(.current, "page")) { crumb.label }
                            }
                        }
                    }
                }
            }
        }
    }
}
