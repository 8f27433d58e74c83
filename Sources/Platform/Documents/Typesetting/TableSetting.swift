/// Sets a ruled table, row by row.
struct TableSetting {
    private(set) var pieces: [Piece] = []

    /// Tables up to this many rows stay on one page.
    private static let wholeTable = 5
    /// Rows up to this many lines stay whole.
    private static let wholeRow = 8
    private static let linesInPart = 3

    private let edges: [Double]
    private let fonts: DocumentFonts
    private let context: OpaquePointer?

    init(_ table: DocumentTable, fonts: DocumentFonts, context: OpaquePointer?) throws(DocumentError) {
        guard !table.columns.isEmpty else { throw .tableWithoutColumns }
        self.fonts = fonts
        self.context = context
        let shares = table.columns.map { Double(max(1, $0.share)) }
        let unit = Sheet.textWidth / shares.reduce(0, +)
        edges = shares.reduce(into: [Sheet.left]) { $0.append($0[$0.count - 1] + $1 * unit) }
        var head: [Piece] = []
        if table.columns.contains(where: { !$0.title.isEmpty }) {
            head = row(table.columns.map(\.title), family: fonts.sans, alignment: .center, head: [])
        }
        for index in head.indices { head[index].keepsWithNext = true }
        pieces = head
        for (index, cells) in table.rows.enumerated() {
            guard cells.count == table.columns.count else {
                throw .tableCells(row: index + 1, expected: table.columns.count, found: cells.count)
            }
            pieces += row(cells, family: fonts.serif, alignment: .left, head: head)
        }
        for index in pieces.indices.dropLast()
        where index == 0 || index == pieces.count - 2 || table.rows.count <= TableSetting.wholeTable {
            pieces[index].keepsWithNext = true
        }
    }

    private func row(
        _ cells: [String],
        family: String,
        alignment: TextLayout.Alignment,
        head: [Piece]
    ) -> [Piece] {
        let style = TextStyle(family: family, size: Sheet.tableSize)
        let layouts = cells.enumerated().map { index, text in
            TextLayout(
                text,
                style,
                width: max(style.size, edges[index + 1] - edges[index] - 2 * Sheet.tablePadding),
                alignment: alignment,
                in: context
            )
        }
        let lineCount = layouts.map(\.lines.count).max() ?? 1
        let step = lineCount <= TableSetting.wholeRow ? lineCount : TableSetting.linesInPart
        return stride(from: 0, to: lineCount, by: step).map { start in
            part(of: layouts, lines: start..<min(start + step, lineCount), lineCount: lineCount, head: head)
        }
    }

    private func part(of layouts: [TextLayout], lines: Range<Int>, lineCount: Int, head: [Piece]) -> Piece {
        let above = lines.lowerBound == 0 ? Sheet.tablePadding : 0
        let below = lines.upperBound == lineCount ? Sheet.tablePadding : 0
        let height = above + Double(lines.count) * Sheet.tablePitch + below
        return Piece(height: height, head: head) { [edges] canvas, place in
            let bottom = place.top + height
            for edge in edges { canvas.line(from: (edge, place.top), to: (edge, bottom), width: 0.5, color: .black) }
            if lines.lowerBound == 0 || place.opensPage {
                canvas.rule(from: edges[0], to: edges[edges.count - 1], y: place.top)
            }
            if lines.upperBound == lineCount || place.closesPage {
                canvas.rule(from: edges[0], to: edges[edges.count - 1], y: bottom)
            }
            for (column, layout) in layouts.enumerated() {
                for (offset, line) in layout.lines[lines.clamped(to: layout.lines.indices)].enumerated() {
                    canvas.show(
                        line,
                        of: layout,
                        x: edges[column] + Sheet.tablePadding,
                        top: place.top + above + Double(offset) * Sheet.tablePitch,
                        height: Sheet.tablePitch
                    )
                }
            }
        }
    }
}
