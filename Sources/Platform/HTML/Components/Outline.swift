/// One thing and what belongs to it, as a tree of two levels; the entry one looks at is marked and no link.
package struct Outline: Component {
    package struct Entry: Sendable {
        package let text: String
        package let note: String?
        /// `nil` for what has no page.
        package let address: String?
        package let isCurrent: Bool

        package init(_ text: String, note: String? = nil, to address: String?, isCurrent: Bool = false) {
            self.text = text
            self.note = note
            self.address = address
            self.isCurrent = isCurrent
        }
    }

    package let root: Entry
    package let branches: [Entry]

    package init(_ root: Entry, _ branches: [Entry]) {
        self.root = root
        self.branches = branches
    }

    package var body: any HTML {
        ul(.cssClass("outline")) {
            li {
                label(root)
                ul { for entry in branches { li { label(entry) } } }
            }
        }
    }

    @HTMLBuilder private func label(_ entry: Entry) -> any HTML {
        if entry.isCurrent {
            strong(.aria(.current, "true")) { entry.text }
        } else if let address = entry.address {
            a(.href(address)) { entry.text }
        } else {
            span { entry.text }
        }
        if let note = entry.note { span(.cssClass("quiet")) { "　\(note)" } }
    }
}
