/// Sets the red head.
struct LetterheadSetting {
    let pieces: [Piece]

    init(_ letterhead: Letterhead, fonts: DocumentFonts) {
        switch letterhead.form {
        case .document: pieces = [LetterheadSetting.document(letterhead, fonts), .space(Sheet.pitch)]
        case .letter: pieces = [LetterheadSetting.letter(letterhead, fonts), .space(Sheet.pitch)]
        }
    }

    private static let nameHeight = 48.0

    private static func document(_ letterhead: Letterhead, _ fonts: DocumentFonts) -> Piece {
        let above = Sheet.millimetres(35)
        let gap = Sheet.millimetres(4)
        let height = above + nameHeight + 3 * Sheet.pitch + gap
        return Piece(height: height) { canvas, place in
            showName(letterhead.name, fonts, size: 40, top: place.top + above, on: canvas)
            if let number = letterhead.number {
                let layout = canvas.layout(
                    number,
                    TextStyle(family: fonts.serif, size: Sheet.bodySize),
                    width: Sheet.textWidth,
                    alignment: .center
                )
                let top = place.top + above + nameHeight + 2 * Sheet.pitch
                for line in layout.lines.prefix(1) {
                    canvas.show(line, of: layout, x: Sheet.left, top: top, height: Sheet.pitch)
                }
            }
            canvas.rule(from: Sheet.left, to: Sheet.right, y: place.top + height, width: 1.5, color: .red)
        }
    }

    /// The head of a letter begins above the text area: 30 mm from the paper's edge instead of 37.
    ///
    /// A double line, the other way round, ends the page 20 mm above the paper's edge.
    private static func letter(_ letterhead: Letterhead, _ fonts: DocumentFonts) -> Piece {
        let raised = Sheet.millimetres(7)
        let gap = Sheet.millimetres(4)
        let lineTop = nameHeight - raised + gap
        return Piece(height: lineTop + 4 + Sheet.pitch) { canvas, place in
            showName(letterhead.name, fonts, size: 36, top: place.top - raised, on: canvas)
            let edge = Sheet.millimetres(20)
            canvas.rule(from: edge, to: Sheet.width - edge, y: place.top + lineTop, width: 2, color: .red)
            canvas.rule(from: edge, to: Sheet.width - edge, y: place.top + lineTop + 3, width: 0.75, color: .red)
            let foot = Sheet.height - edge
            canvas.rule(from: edge, to: Sheet.width - edge, y: foot - 3, width: 0.75, color: .red)
            canvas.rule(from: edge, to: Sheet.width - edge, y: foot, width: 2, color: .red)
            guard let number = letterhead.number else { return }
            let layout = canvas.layout(
                number,
                TextStyle(family: fonts.serif, size: Sheet.bodySize),
                width: Sheet.textWidth,
                alignment: .right
            )
            for line in layout.lines.prefix(1) {
                canvas.show(line, of: layout, x: Sheet.left, top: place.top + lineTop + 4, height: Sheet.pitch)
            }
        }
    }

    /// Shows the name in one line, smaller where it would be too wide.
    private static func showName(_ name: String, _ fonts: DocumentFonts, size: Double, top: Double, on canvas: Canvas) {
        var style = TextStyle(family: fonts.serif, size: size, isBold: true)
        let natural = canvas.layout(name, style).width
        if natural > Sheet.textWidth { style.size = max(8, size * Sheet.textWidth / natural * 0.99) }
        let layout = canvas.layout(name, style, width: Sheet.textWidth, alignment: .center)
        for line in layout.lines.prefix(1) {
            canvas.show(line, of: layout, x: Sheet.left, top: top, height: nameHeight, color: .red)
        }
    }
}
