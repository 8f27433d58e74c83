/// How much of one text another has, by pairs of neighboring characters; needs no dictionary of words.
struct Likeness: Sendable {
    private let pairs: Set<String>

    /// From a fifth on people find two questions alike; below, they have only common words.
    static let enough = 0.2

    init(_ text: String) {
        pairs = Likeness.pairs(text)
    }

    /// Returns the share of this text's pairs that `other` has as well, from 0 to 1.
    func share(of other: String) -> Double {
        guard !pairs.isEmpty else { return 0 }
        return Double(pairs.intersection(Likeness.pairs(other)).count) / Double(pairs.count)
    }

    /// Pairs across white space or punctuation are none.
    private static func pairs(_ text: String) -> Set<String> {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        return Set(words.flatMap { word in zip(word, word.dropFirst()).map { "\($0)\($1)" } })
    }
}
