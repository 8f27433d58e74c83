/// Views of the same list or case, each with its own address.
package struct Tabs: Component {
    private let label: String
    private let links: [NavigationLink]

    package init(_ label: String, _ links: [NavigationLink]) {
        self.label = label
        self.links = links
    }

    package var body: any HTML {
        nav(.cssClass("tabs"), .aria(.label, label)) {
            ul { for item in links { li { item } } }
        }
    }
}

/// Narrows a list: each choice with how many rows it would leave.
package struct FilterChips: Component {
    /// One choice.
    package struct Chip: Sendable {
        let label: String
        let count: Int?
        let isAtLeast: Bool
        let address: String
        let isOn: Bool

        /// One choice.
        ///
        /// - Parameters:
        ///   - label: its name.
        ///   - count: how many rows it leaves, where that is counted.
        ///   - isAtLeast: whether there may be more, because counting ended there.
        ///   - address: the list with the choice made, or taken back if it is on.
        ///   - isOn: whether the list is narrowed by it now.
        package init(
            _ label: String,
            count: Int? = nil,
            isAtLeast: Bool = false,
            to address: String,
            isOn: Bool = false
        ) {
            self.label = label
            self.count = count
            self.isAtLeast = isAtLeast
            self.address = address
            self.isOn = isOn
        }
    }

    private let label: String
    private let chips: [Chip]
    private let isQuoted: Bool

    /// - Parameters:
    ///   - label: what is chosen.
    ///   - chips: the choices.
    ///   - isQuoted: whether their names are Chinese on a page that is not.
    package init(_ label: String, _ chips: [Chip], isQuoted: Bool = false) {
        self.label = label
        self.chips = chips
        self.isQuoted = isQuoted
    }

    package var body: any HTML {
        nav(.cssClass("filters"), .aria(.label, label)) {
            span(.cssClass("filters-label"), .aria(.hidden, "true")) { label }
            ul(.when(isQuoted, .lang(PageLanguage.chinese.rawValue))) { for chip in chips { li { chipElement(chip) } } }
        }
    }

    private func chipElement(_ chip: Chip) -> any HTML {
        a(.cssClass("chip"), .href(chip.address), .when(chip.isOn, .aria(.current, "true"))) {
            if chip.isOn { Icon.check }
            chip.label
            if let count = chip.count { span(.cssClass("count")) { chip.isAtLeast ? "\(count)+" : "\(count)" } }
        }
    }
}
