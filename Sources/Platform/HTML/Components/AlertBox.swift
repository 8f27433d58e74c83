/// A message that must be read: what happened, and what to do now.
package struct AlertBox: Component {
    private let heading: String
    private let tone: Tone
    private let detail: any HTML

    package init(_ heading: String, tone: Tone = .active, @HTMLBuilder detail: () -> any HTML = { NoHTML() }) {
        self.heading = heading
        self.tone = tone
        self.detail = detail()
    }

    package var body: any HTML {
        div(.cssClass("alert \(tone.rawValue)"), .role(tone == .bad ? "alert" : "status")) {
            tone == .active ? Icon.note : tone.icon
            div {
                p(.cssClass("alert-heading")) { heading }
                detail
            }
        }
    }
}

/// What stands where a list has no rows: why, and what one can do.
package struct EmptyState: Component {
    private let heading: String
    private let detail: any HTML

    package init(_ heading: String, @HTMLBuilder detail: () -> any HTML = { NoHTML() }) {
        self.heading = heading
        self.detail = detail()
    }

    package var body: any HTML {
        div(.cssClass("empty")) {
            p(.cssClass("empty-heading")) { heading }
            detail
        }
    }
}
