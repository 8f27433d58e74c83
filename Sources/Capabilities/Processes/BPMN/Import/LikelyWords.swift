/// Words that tell what something is, in the order in which they count.
struct LikelyWords<Meaning: Sendable>: Sendable {
    private let words: [(bytes: [UInt8], meaning: Meaning)]

    /// - Parameter words: what holds another word stands before it; Latin letters small.
    init(_ words: [(String, Meaning)]) {
        self.words = words.map { (Array($0.0.utf8), $0.1) }
    }

    /// Returns what the first word found in the name means.
    func meaning(of name: String) -> Meaning? {
        let bytes = name.utf8.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
        return words.first { LikelyWords.holds(bytes, $0.bytes) }?.meaning
    }

    private static func holds(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
        guard let first = word.first, word.count <= bytes.count else { return false }
        for start in 0...bytes.count - word.count where bytes[start] == first {
            if bytes[start...].starts(with: word) { return true }
        }
        return false
    }
}
