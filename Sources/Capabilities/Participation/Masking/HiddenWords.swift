import Parties

/// Hides in a free text the numbers of people, the writer's name, and the words an officer names.
struct HiddenWords {
    private let words: [String]
    private let writer: String?

    /// Stands for a hidden word; as long whatever it stands for.
    static let hidden = "※※"
    /// Stands for the writer's own name.
    static let writer = "来信人"

    /// - Parameters:
    ///   - words: shorter than two characters count as not given: hiding one would hide half of the text.
    ///   - writer: `nil` when the writer is not named.
    init(_ words: [String], writer: String?) {
        self.words = words.filter { $0.count > 1 }.sorted { ($1.count, $0) < ($0.count, $1) }
        self.writer = writer.flatMap { $0.count > 1 ? $0 : nil }
    }

    /// Words are looked for as written, before numbers are masked, so that a number can be hidden whole as well.
    func masked(_ text: String) -> String {
        var text = text
        if let writer { text = text.replacing(writer, with: HiddenWords.writer) }
        for word in words { text = text.replacing(word, with: HiddenWords.hidden) }
        return PersonalText.masked(text)
    }
}
