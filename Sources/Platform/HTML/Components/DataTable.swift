/// A table; on a narrow screen every row becomes a card, or the table scrolls inside its frame.
package struct DataTable: Component {
    /// A column's heading and how its cells are set.
    package struct Column: Sendable {
        /// How the cells of a column are set.
        package enum Alignment: String, Sendable {
            case text = ""
            case number = "number"
            /// Numbers of documents and days, which are not broken.
            case whole = "whole"
            case action = "action"
        }

        let heading: String
        let alignment: Alignment

        package init(_ heading: String, _ alignment: Alignment = .text) {
            self.heading = heading
            self.alignment = alignment
        }
    }

    /// One row: as many cells as there are columns; the first names the row.
    package struct Row: Sendable {
        let cells: [any HTML]
        let tone: Tone?

        package init(_ cells: [any HTML], tone: Tone? = nil) {
            self.cells = cells
            self.tone = tone
        }
    }

    /// What a narrow screen makes of the table.
    package enum Narrow: String, Sendable {
        case cards, scroll
    }

    private let title: String
    private let columns: [Column]
    private let rows: [Row]
    private let narrow: Narrow
    private let showsTitle: Bool

    /// A table.
    ///
    /// - Parameters:
    ///   - title: the caption, which screen readers always hear.
    ///   - columns: from left to right.
    ///   - rows: in the order shown.
    ///   - narrow: what a telephone shows.
    ///   - showsTitle: false if a heading just above says the same.
    package init(
        _ title: String,
        columns: [Column],
        rows: [Row],
        narrow: Narrow = .cards,
        showsTitle: Bool = false
    ) {
        self.title = title
        self.columns = columns
        self.rows = rows
        self.narrow = narrow
        self.showsTitle = showsTitle
    }

    package var body: any HTML {
        div(.cssClass("table-frame"), .tabIndex(0), .role("region"), .aria(.label, title)) {
            table(.cssClass("data \(narrow.rawValue)")) {
                Element("caption", [.cssClass(showsTitle ? "" : "unseen")]) { title }
                thead { tr { for column in columns { headingCell(column) } } }
                tbody { for row in rows { rowElement(row) } }
            }
        }
    }

    private func headingCell(_ column: Column) -> any HTML {
        th(.scope(.column), .cssClass(column.alignment.rawValue)) { column.heading }
    }

    private func rowElement(_ row: Row) -> any HTML {
        tr(.cssClass(row.tone.map { "tone-\($0.rawValue)" } ?? "")) {
            for (column, cell) in zip(columns, row.cells) {
                let attributes: [Attribute] = [
                    .cssClass(column.alignment.rawValue), Attribute("data-label", column.heading),
                ]
                // An empty cell could be one that was forgotten, and says nothing beside its heading on a telephone.
                Element("td", attributes) { (cell as? String)?.isEmpty == true ? "—" : cell }
            }
        }
    }
}
