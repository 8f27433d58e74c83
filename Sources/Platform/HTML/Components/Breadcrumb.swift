/// One step of the way from the start page to the page shown.
package struct Crumb: Sendable {
    let label: String
    let address: String?

    /// A step; the last one, the page itself, has no address.
    package init(_ label: String, to address: String? = nil) {
        self.label = label
        self.address = address
    }
}

/// The way from the start page to the page shown.
struct Breadcrumb: Component {
    private let crumbs: [Crumb]

    init(_ crumbs: [Crumb]) {
        self.crumbs = crumbs
    }

    var body: any HTML {
        if !crumbs.isEmpty {
            nav(.cssClass("breadcrumb"), .aria(.label, "当前位置")) {
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
