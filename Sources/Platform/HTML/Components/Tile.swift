/// A number that matters, what it counts, and the list behind it.
package struct Tile: Component {
    private let label: String
    private let figure: String
    private let unit: String
    private let tone: Tone?
    private let address: String?
    private let note: String
    private let trend: (any HTML)?

    /// A tile.
    ///
    /// - Parameters:
    ///   - label: what is counted.
    ///   - figure: the number as shown.
    ///   - unit: what follows the number.
    ///   - tone: shown as a shape beside the label; nil for a plain count.
    ///   - address: the list behind the number.
    ///   - note: a line under the number, such as the comparison.
    ///   - trend: a `Sparkline`.
    package init(
        _ label: String,
        figure: String,
        unit: String = "",
        tone: Tone? = nil,
        to address: String? = nil,
        note: String = "",
        trend: (any HTML)? = nil
    ) {
        self.label = label
        self.figure = figure
        self.unit = unit
        self.tone = tone
        self.address = address
        self.note = note
        self.trend = trend
    }

    package var body: any HTML {
        div(.cssClass("tile \(tone?.rawValue ?? "")")) {
            p(.cssClass("tile-label")) {
                if let tone { tone.icon }
                if let address { a(.href(address)) { label } } else { label }
            }
            p(.cssClass("tile-figure")) {
                strong { figure }
                span { unit }
            }
            if !note.isEmpty { p(.cssClass("tile-note")) { note } }
            if let trend { trend }
        }
    }
}

/// Tiles side by side.
package struct TileRow: Component {
    private let tiles: [Tile]

    package init(_ tiles: [Tile]) {
        self.tiles = tiles
    }

    package var body: any HTML { div(.cssClass("tiles")) { tiles } }
}
