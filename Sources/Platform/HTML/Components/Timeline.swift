/// What happened, in order: each entry with its time, who did it and what it says.
package struct Timeline: Component {
    /// One thing that happened, or that is still to come.
    package struct Entry: Sendable {
        let heading: String
        let time: String
        let actor: String
        let tone: Tone
        let detail: any HTML

        /// One thing that happened.
        ///
        /// - Parameters:
        ///   - heading: what, in a few words.
        ///   - time: when, as shown; empty for what is still to come.
        ///   - actor: who; may be empty.
        ///   - tone: neutral for what is still to come.
        ///   - detail: documents, reasons, remarks.
        package init(
            _ heading: String,
            time: String,
            actor: String = "",
            tone: Tone = .good,
            @HTMLBuilder detail: () -> any HTML = { NoHTML() }
        ) {
            self.heading = heading
            self.time = time
            self.actor = actor
            self.tone = tone
            self.detail = detail()
        }
    }

    private let entries: [Entry]

    package init(_ entries: [Entry]) {
        self.entries = entries
    }

    package var body: any HTML {
        ol(.cssClass("timeline")) {
            for entry in entries {
                li(.cssClass(entry.tone.rawValue)) {
                    entry.tone.icon
                    div {
                        p(.cssClass("timeline-heading")) { entry.heading }
                        p(.cssClass("timeline-meta")) {
                            if !entry.time.isEmpty { time { entry.time } }
                            if !entry.actor.isEmpty { span { entry.actor } }
                        }
                        entry.detail
                    }
                }
            }
        }
    }
}
