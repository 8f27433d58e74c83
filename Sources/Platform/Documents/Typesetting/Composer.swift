/// Turns blocks into pieces.
struct Composer {
    let fonts: DocumentFonts
    let context: OpaquePointer?
    private(set) var pieces: [Piece] = []

    init(fonts: DocumentFonts, context: OpaquePointer?) {
        self.fonts = fonts
        self.context = context
    }

    mutating func compose(_ blocks: [DocumentBlock]) throws(DocumentError) {
        for block in blocks { try compose(block) }
    }

    private var body: TextStyle { TextStyle(family: fonts.serif, size: Sheet.bodySize) }

    private mutating func compose(_ block: DocumentBlock) throws(DocumentError) {
        switch block {
        case .letterhead(let letterhead):
            pieces += LetterheadSetting(letterhead, fonts: fonts).pieces
        case .title(let text):
            pieces.append(.space(Sheet.pitch))
            let style = TextStyle(family: fonts.serif, size: Sheet.titleSize, isBold: true)
            add(text, style, alignment: .center, pitch: Sheet.titleSize * 1.5, keepsWithNext: true)
            pieces.append(.space(Sheet.pitch))
        case .addressee(let text):
            add(text, body, keepsWithNext: true)
        case .heading(let text):
            let style = TextStyle(family: fonts.sans, size: Sheet.bodySize)
            add(text, style, indent: 2 * Sheet.bodySize, keepsWithNext: true)
        case .paragraph(let text):
            add(text, body, indent: 2 * Sheet.bodySize, alignment: .justified)
        case .numberedList(let items):
            for (index, item) in items.enumerated() {
                add("\(index + 1). \(item)", body, indent: 2 * Sheet.bodySize, alignment: .justified)
            }
        case .table(let table):
            pieces.append(.space(Sheet.pitch / 3))
            pieces += try TableSetting(table, fonts: fonts, context: context).pieces
            pieces.append(Piece(height: Sheet.pitch / 3, isSpace: true) { _, _ in })
        case .signature(let signature):
            // A page must not hold the signature alone: the last lines of the text, or row of a table, go with it.
            for index in pieces.indices.reversed() {
                pieces[index].keepsWithNext = true
                if !pieces[index].isSpace { break }
            }
            pieces.append(SignatureSetting(signature, fonts: fonts).piece)
        case .code(let payload, let caption):
            pieces.append(try CodeSetting(payload: payload, caption: caption, fonts: fonts).piece)
        }
    }

    private mutating func add(
        _ text: String,
        _ style: TextStyle,
        indent: Double = 0,
        alignment: TextLayout.Alignment = .left,
        pitch: Double = Sheet.pitch,
        keepsWithNext: Bool = false
    ) {
        let layout = TextLayout(
            text,
            style,
            width: Sheet.textWidth,
            indent: indent,
            alignment: alignment,
            in: context
        )
        for (index, line) in layout.lines.enumerated() {
            // No single first line below, no single last line above.
            let isFirst = index == 0 && layout.lines.count > 1
            let isBeforeLast = index == layout.lines.count - 2
            pieces.append(
                Piece(height: pitch, keepsWithNext: keepsWithNext || isFirst || isBeforeLast) { canvas, place in
                    canvas.show(line, of: layout, x: Sheet.left, top: place.top, height: pitch)
                }
            )
        }
    }
}
