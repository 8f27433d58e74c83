import Foundation

/// A text in which the same bytes are looked for; a search that knows of composed letters would take most of the test.
struct Haystack {
    private let pieces: [[CChar]]

    init(_ text: String) {
        pieces = text.utf8.split(separator: 0).map { $0.map(CChar.init(bitPattern:)) + [0] }
    }

    func holds(_ word: String) -> Bool { pieces.contains { strstr($0, word) != nil } }
}
