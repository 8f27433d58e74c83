/// How a browser wants pages shown: one word in a cookie for a year, asked for by a link and not needed for anything else.
enum ViewPreference {
    static let cookie = "view"
    static let seconds = 31_536_000

    /// Returns the word if it can be one; a cookie may hold anything.
    static func word(_ text: String?) -> String? {
        guard let text, (1...20).contains(text.utf8.count), text.utf8.allSatisfy({ (97...122).contains($0) }) else {
            return nil
        }
        return text
    }
}
