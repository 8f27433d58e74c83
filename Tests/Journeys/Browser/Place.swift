/// Where on a page something is, as a person would say it.
package struct Place: Hashable, Sendable, CustomStringConvertible {
    let strategy: String
    let value: String
    package let description: String

    private init(xpath: String, _ description: String) {
        strategy = "xpath"
        value = xpath
        self.description = description
    }

    private init(css: String) {
        strategy = "css selector"
        value = css
        description = css
    }

    package static func css(_ selector: String) -> Place { Place(css: selector) }

    /// The link whose text contains `words`.
    package static func link(_ words: String) -> Place {
        Place(xpath: "//a[contains(normalize-space(.), \(quoted(words)))]", "the link \(words)")
    }

    /// The button that is labeled `words`, or a link that looks like one.
    package static func button(_ words: String) -> Place {
        let label = quoted(words)
        return Place(
            xpath:
                "//button[normalize-space(.) = \(label)] | //a[contains(@class, 'button')][normalize-space(.) = \(label)]",
            "the button \(words)"
        )
    }

    /// The control whose label begins with `words`; its mark for required or optional does not matter.
    package static func field(_ words: String) -> Place {
        Place(
            xpath: "//*[@id = //label[starts-with(normalize-space(.), \(quoted(words)))]/@for]",
            "the field \(words)"
        )
    }

    /// The heading whose text contains `words`.
    package static func heading(_ words: String) -> Place {
        let name = "(self::h1 or self::h2 or self::h3)"
        return Place(xpath: "//*[\(name)][contains(normalize-space(.), \(quoted(words)))]", "the heading \(words)")
    }

    /// What a definition list says about `term`.
    package static func answer(to term: String) -> Place {
        Place(xpath: "//dt[normalize-space(.) = \(quoted(term))]/following-sibling::dd[1]", "what is said of \(term)")
    }

    /// The row of a table whose text contains `words`.
    package static func row(_ words: String) -> Place {
        Place(xpath: "//tr[contains(normalize-space(.), \(quoted(words)))]", "the row of \(words)")
    }

    /// Writes text as XPath 1.0 has it, which knows no escapes.
    private static func quoted(_ text: String) -> String {
        guard text.contains("'") else { return "'\(text)'" }
        return "concat("
            + text.split(separator: "'", omittingEmptySubsequences: false).map { "'\($0)'" }
            .joined(separator: #", "'", "#) + ")"
    }
}
