/// A ruled table; it breaks over pages between rows, a very high row also between lines.
package struct DocumentTable: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        /// Repeated on every page; a table whose titles are all empty has no head.
        package let title: String
        /// The width in proportion to the other columns'.
        package let share: Int

        package init(title: String, share: Int) {
            self.title = title
            self.share = share
        }
    }

    package let columns: [Column]
    package let rows: [[String]]

    package init(columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    /// Makes a table of terms and what they stand for.
    package static func definitions(_ pairs: [(term: String, value: String)]) -> DocumentTable {
        DocumentTable(
            columns: [Column(title: "", share: 1), Column(title: "", share: 3)],
            rows: pairs.map { [$0.term, $0.value] }
        )
    }
}
