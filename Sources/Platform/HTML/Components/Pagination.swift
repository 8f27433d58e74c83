/// The way to the rows before and after, by key: there are no page numbers, because rows move while one reads.
package struct Pagination: Component {
    private let previous: String?
    private let next: String?
    private let summary: String
    private let language: PageLanguage

    /// The way to the rows before and after.
    ///
    /// - Parameters:
    ///   - previous: address of the rows before; nil at the beginning.
    ///   - next: address of the rows after; nil at the end.
    ///   - summary: what is shown, such as 共 1,268 项，本页 50 项.
    ///   - language: of the page.
    package init(previous: String?, next: String?, summary: String = "", language: PageLanguage = .chinese) {
        self.previous = previous
        self.next = next
        self.summary = summary
        self.language = language
    }

    package var body: any HTML {
        nav(.cssClass("pagination"), .aria(.label, language.pages)) {
            span(.cssClass("pagination-summary")) { summary }
            if previous != nil || next != nil {
                step(language.previous, to: previous, relation: "prev")
                step(language.next, to: next, relation: "next")
            }
        }
    }

    @HTMLBuilder
    private func step(_ label: String, to address: String?, relation: String) -> any HTML {
        if let address {
            a(.cssClass("button secondary"), .href(address), .rel(relation)) { label }
        } else {
            span(.cssClass("button secondary disabled"), .aria(.hidden, "true")) { label }
        }
    }
}
