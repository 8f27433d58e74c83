import Kernel

/// Sets agency and day at the right, with the seal over both.
///
/// - Source: GB/T 9704-2012 §7.3.5: the day four characters from the right, the agency centered above it, both a
///   little below the middle of the seal, whose upper edge is within a line of the text.
struct SignatureSetting {
    let piece: Piece

    init(_ signature: SignatureBlock, fonts: DocumentFonts) {
        let lines = 5.0
        let isShort = signature.agency.count <= SignatureSetting.shortName
        piece = Piece(height: lines * Sheet.pitch, leavesLeft: isShort) { canvas, place in
            let style = TextStyle(family: fonts.serif, size: Sheet.bodySize)
            let day = canvas.layout(SignatureSetting.text(signature.day), style)
            let agency = canvas.layout(signature.agency, style, width: Sheet.textWidth, alignment: .right)
            let dayRight = Sheet.right - 4 * Sheet.bodySize
            let room = Sheet.right - Sheet.left
            // Centered over the day, but never beyond the margins.
            let center = min(dayRight - day.width / 2, Sheet.right - min(agency.width, room) / 2)
            let agencyTop = place.top + 3 * Sheet.pitch - Double(max(0, agency.lines.count - 1)) * Sheet.pitch
            for (index, line) in agency.lines.prefix(3).enumerated() {
                canvas.show(
                    line,
                    of: agency,
                    x: center - line.width / 2 - line.x,
                    top: agencyTop + Double(index) * Sheet.pitch,
                    height: Sheet.pitch
                )
            }
            for line in day.lines {
                canvas.show(
                    line,
                    of: day,
                    x: center - line.width / 2,
                    top: place.top + 4 * Sheet.pitch,
                    height: Sheet.pitch
                )
            }
            if let seal = signature.seal {
                SealDrawing(seal: seal).draw(on: canvas, x: center, y: place.top + 2.7 * Sheet.pitch)
            }
        }
    }

    /// The longest agency's name that keeps clear of a code with its caption at the left.
    private static let shortName = 8

    private static func text(_ day: Day) -> String { "\(day.year)年\(day.month)月\(day.dayOfMonth)日" }
}
