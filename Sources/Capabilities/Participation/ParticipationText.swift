/// Checks the texts that people and officers write.
enum ParticipationText {
    static let titles = 4...60
    static let texts = 10...2_000
    /// Replies, reasons: shorter ones answer nothing.
    static let answers = 10...4_000
    static let reasons = 5...1_000
    static let opinions = 2...1_000
    static let addresses = 6...200
    static let names = 2...200

    /// Returns the text without white space at its ends.
    static func checked(
        _ text: String,
        _ field: ParticipationError.TextField,
        _ expected: ClosedRange<Int>
    ) throws(ParticipationError) -> String {
        let trimmed = text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
        guard expected.contains(trimmed.count), trimmed.count * 8 >= trimmed.reduce(0, { $0 + $1.utf8.count }) else {
            throw .text(field, expected: expected, found: trimmed.count)
        }
        return String(trimmed)
    }
}
