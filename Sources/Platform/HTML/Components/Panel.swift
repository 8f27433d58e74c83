/// A part of a page with its heading.
package struct Panel: Component {
    private let heading: String
    private let anchor: String?
    private let content: any HTML

    /// A part of a page.
    ///
    /// - Parameters:
    ///   - heading: its name.
    ///   - anchor: the id that links to it use.
    ///   - content: what it holds.
    package init(_ heading: String, anchor: String? = nil, @HTMLBuilder content: () -> any HTML) {
        self.heading = heading
        self.anchor = anchor
        self.content = content()
    }

    package var body: any HTML {
        section(.cssClass("panel"), anchor.map { .id($0) } ?? .cssClass("")) {
            h2 { heading }
            content
        }
    }
}

/// A part of a page that the event stream renews without reloading.
package struct LiveRegion: Component {
    private let region: String
    private let content: any HTML

    /// A part that is renewed when an event named like it arrives.
    ///
    /// - Parameters:
    ///   - region: its id on the page and the event's name.
    ///   - content: what it holds at first.
    package init(_ region: String, @HTMLBuilder content: () -> any HTML) {
        self.region = region
        self.content = content()
    }

    package var body: any HTML {
        div(.id(region), Attribute("data-live-region", region), .aria(.live, "polite")) { content }
    }
}

/// Says whether the page is being renewed; the script keeps it true.
package struct LiveStatus: Component {
    package init() {}

    package var body: any HTML {
        span(.cssClass("live-status"), Attribute("data-live-status", "off"), .role("status")) { "未连接实时更新" }
    }
}
