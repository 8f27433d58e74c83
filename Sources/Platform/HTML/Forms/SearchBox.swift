/// A search line that leads to a list; with script it also answers while one types.
package struct SearchBox: Component {
    /// Where answers while typing come from, and the script that shows them.
    package struct Suggestions: Sendable {
        let address: String
        let script: String

        /// Returns `nil` for a site without the script.
        package init?(from address: String, assets: PageAssets) {
            guard let script = assets.suggestScript else { return nil }
            self.address = address
            self.script = script
        }
    }

    private let address: String
    private let name: String
    private let label: String
    private let value: String
    private let hint: String
    private let kept: [HiddenField]
    private let suggestions: Suggestions?
    private let isWide: Bool
    private let language: PageLanguage

    /// A search line.
    ///
    /// - Parameters:
    ///   - address: the list it leads to.
    ///   - name: the field's name in the address.
    ///   - label: what it searches, for those who do not see it.
    ///   - value: what was searched for.
    ///   - hint: what may be typed.
    ///   - kept: fields that keep the list's filters.
    ///   - suggestions: answers while typing.
    ///   - isWide: whether it takes the whole width, with the hint below, where it stays while one types.
    ///   - language: of the page.
    package init(
        to address: String,
        name: String = "q",
        label: String,
        value: String = "",
        hint: String = "",
        kept: [HiddenField] = [],
        suggestions: Suggestions? = nil,
        isWide: Bool = false,
        language: PageLanguage = .chinese
    ) {
        self.address = address
        self.name = name
        self.label = label
        self.value = value
        self.hint = hint
        self.kept = kept
        self.suggestions = suggestions
        self.isWide = isWide
        self.language = language
    }

    package var body: any HTML {
        Element(
            "form",
            [.cssClass(isWide ? "search wide" : "search"), .role("search"), .action(address), .method(.get)]
        ) {
            kept
            Element("label", [.for(id), .cssClass("unseen")]) { label }
            Element(void: "input", attributes)
            button(.cssClass("button"), .type("submit")) { language.search }
            if let suggestions { list(suggestions) }
        }
        if hasHintBelow { p(.cssClass("hint"), .id(hintID)) { hint } }
    }

    private var hasHintBelow: Bool { isWide && !hint.isEmpty }

    private var id: String { "search-\(name)" }
    private var hintID: String { "\(id)-hint" }

    private var attributes: [Attribute] {
        let plain: [Attribute] = [
            .id(id), .name(name), .type("search"), .value(value), .maxLength(100),
            hasHintBelow ? .aria(.describedBy, hintID) : Attribute("placeholder", hint),
        ]
        guard let suggestions else { return plain }
        return plain + [
            .role("combobox"), .autocomplete("off"), .aria(.expanded, "false"), .aria(.controls, "\(id)-list"),
            Attribute("aria-autocomplete", "list"), .address("data-suggest", suggestions.address),
        ]
    }

    @HTMLBuilder private func list(_ suggestions: Suggestions) -> any HTML {
        ul(
            .cssClass("suggestions"),
            .id("\(id)-list"),
            .role("listbox"),
            .aria(.label, language.suggestions),
            .hidden()
        )
        span(.cssClass("unseen"), .id("\(id)-status"), .role("status"))
        script(src: suggestions.script)
    }
}
