import Foundation

extension Encodable {
    /// One line of JSON with sorted keys.
    func jsonLine() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

extension String {
    /// The text on one line and at most sixty characters long, as faults quote it.
    var quoted: String {
        let shown = prefix(60).map { character in
            let isBreak =
                character.isNewline || character.unicodeScalars.contains { $0.properties.generalCategory == .control }
            return isBreak ? "\u{FFFD}" : character
        }
        return isEmpty ? "nothing" : String(shown) + (count > 60 ? "…" : "")
    }
}
