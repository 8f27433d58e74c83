/// Breaks text into lines of a given width, as Chinese is set: anywhere, but not before closing marks.
enum ChartText {
    private static let closing: Set<Character> = ["，", "。", "；", "：", "、", "）", "》", "〕", "”", "！", "？", ")", ","]
    private static let opening: Set<Character> = ["（", "《", "〔", "“", "("]

    /// The width in pixels, with full-width characters one em wide and others a little over half.
    static func width(_ text: some StringProtocol, size: Double) -> Double {
        text.reduce(0) { $0 + width($1) } * size
    }

    /// Returns at least one line; a line is wider than `width` only if a single unbreakable piece is.
    static func lines(_ text: String, width: Double, size: Double) -> [String] {
        var lines: [[String]] = []
        var line: [String] = []
        for piece in pieces(text) {
            if !line.isEmpty, ChartText.width(line.joined() + piece, size: size) > width {
                lines.append(line)
                line = piece == " " ? [] : [piece]
            } else {
                line.append(piece)
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        // No character stands alone on the last line.
        if let last = lines.last, lines.count > 1, last.joined().count == 1, lines[lines.count - 2].count > 2 {
            lines[lines.count - 1].insert(lines[lines.count - 2].removeLast(), at: 0)
        }
        return lines.map { $0.joined() }
    }

    private static func width(_ character: Character) -> Double {
        (character.unicodeScalars.first?.value ?? 0) >= 0x2000 ? 1 : 0.58
    }

    /// Cuts the text where a line may end: around every full-width character, after every run of others.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var joinsNext = false
        for character in text {
            let isNarrow = width(character) < 1 && character != " "
            let continuesWord = isNarrow && (pieces.last?.last.map { width($0) < 1 && $0 != " " } ?? false)
            if let last = pieces.popLast() {
                if joinsNext || continuesWord || closing.contains(character) {
                    pieces.append(last + String(character))
                } else {
                    pieces += [last, String(character)]
                }
            } else {
                pieces.append(String(character))
            }
            joinsNext = opening.contains(character)
        }
        return pieces
    }
}
