/// What is said to a finding must be said in words, and not in a book.
enum SupervisionText {
    static let shortest = 5
    static let longest = 4_000

    /// Returns `text` without white space at both ends.
    static func require(_ text: String, _ field: String) throws(SupervisionError) -> String {
        let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
        let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? start
        let trimmed = String(text[start..<end])
        guard trimmed.count >= shortest else { throw .textMissing(field: field, atLeast: shortest) }
        guard trimmed.count <= longest else { throw .textTooLong(field: field, limit: longest, found: trimmed.count) }
        return trimmed
    }
}
