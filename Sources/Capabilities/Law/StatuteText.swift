/// Cleaning of lines that come from documents of many hands.
enum StatuteText {
    /// Returns `text` without white space, zero-width marks and full-width spaces at both ends.
    static func trimmed(_ text: some StringProtocol) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{200B}", "\u{200C}", "\u{200D}", "\u{FEFF}", "\u{2060}": true
        default: scalar.properties.isWhitespace
        }
    }
}
