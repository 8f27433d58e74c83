/// Sets a QR code with its caption at the right.
struct CodeSetting {
    let piece: Piece

    private static let side = Sheet.millimetres(25)

    init(payload: String, caption: String, fonts: DocumentFonts) throws(DocumentError) {
        let code = try QRCode(payload)
        piece = Piece(height: CodeSetting.side + 6, isAtFoot: true) { canvas, place in
            let top = place.top + 6
            let module = CodeSetting.side / Double(code.side)
            for row in 0..<code.side {
                for column in 0..<code.side where code.isDark(row: row, column: column) {
                    canvas.rectangle(
                        x: Sheet.left + Double(column) * module,
                        y: top + Double(row) * module,
                        width: module,
                        height: module
                    )
                }
            }
            canvas.fill(.black)
            let style = TextStyle(family: fonts.serif, size: 10.5)
            let x = Sheet.left + CodeSetting.side + 12
            let layout = canvas.layout(caption, style, width: Sheet.right - x)
            let shown = layout.lines.prefix(4)
            let height = 15.0
            let start = top + (CodeSetting.side - Double(shown.count) * height) / 2
            for (index, line) in shown.enumerated() {
                canvas.show(line, of: layout, x: x, top: start + Double(index) * height, height: height)
            }
        }
    }
}
