/// Why a text is not a code of its scheme; nothing can be kept of it.
package struct CodeFault: Error, Hashable, Sendable {
    package indirect enum Rule: Hashable, Sendable {
        case wrongLength(expected: [Int], found: Int)
        /// `position` counts characters from 1.
        case wrongCharacter(position: Int, expected: CharacterClass, found: Character)
        case wrongSegmentCount(expected: [Int], found: Int)
        case noSuchDay(text: String, position: Int)
        case wrongSegment(number: Int, name: String, Rule)
        /// No scheme has this shape.
        case unknownShape(text: String)
    }

    package enum CharacterClass: Hashable, Sendable {
        case digit
        case letter
        case digitOrX
        case digitOrLetter
        /// The two digits 51, with which every code of Sichuan begins.
        case sichuan
        /// The digits of `ExerciseLevel`.
        case level
        /// The 31 characters of GB 32100, without I, O, S, V and Z.
        case creditCode

        func contains(_ byte: UInt8) -> Bool {
            switch self {
            case .digit: byte.isDigit
            case .letter: byte.isCapital
            case .sichuan: byte == UInt8(ascii: "5") || byte == UInt8(ascii: "1")
            case .level: (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(byte)
            case .digitOrX: byte.isDigit || byte == UInt8(ascii: "X")
            case .digitOrLetter: byte.isDigit || byte.isCapital
            case .creditCode: (byte.isDigit || byte.isCapital) && !"IOSVZ".utf8.contains(byte)
            }
        }
    }

    package let scheme: CodeScheme
    package let rule: Rule

    package init(_ scheme: CodeScheme, _ rule: Rule) {
        self.scheme = scheme
        self.rule = rule
    }
}

extension CodeFault {
    package var expected: String { rule.wording.expected }
    package var found: String { rule.wording.found }
    /// Where in the text: a segment, a character; `nil` when the whole is meant.
    package var place: String? { rule.wording.place }
}

extension CodeFault.Rule {
    fileprivate var wording: (expected: String, found: String, place: String?) {
        switch self {
        case .wrongLength(let expected, let found):
            ("\(expected.alternatives) characters", "\(found)", nil)
        case .wrongCharacter(let position, let expected, let found):
            (expected.words, found.visible, "character \(position)")
        case .wrongSegmentCount(let expected, let found):
            ("\(expected.alternatives) parts joined by hyphens", "\(found)", nil)
        case .noSuchDay(let text, let position):
            ("a day YYYYMMDD", text, "characters \(position)–\(position + 7)")
        case .wrongSegment(let number, let name, let rule):
            (
                rule.wording.expected, rule.wording.found,
                ["part \(number) (\(name))", rule.wording.place].compactMap { $0 }.joined(separator: ", ")
            )
        case .unknownShape(let text):
            ("a credit, organization, identity, division or item code", text, nil)
        }
    }
}

extension CodeFault.CharacterClass {
    fileprivate var words: String {
        switch self {
        case .digit: "a digit"
        case .letter: "a letter A–Z"
        case .sichuan: "51 for Sichuan"
        case .level: "a digit 1–6"
        case .digitOrX: "a digit or X"
        case .digitOrLetter: "a digit or a letter A–Z"
        case .creditCode: "a digit or a letter other than I, O, S, V, Z"
        }
    }
}

extension [Int] {
    fileprivate var alternatives: String { map(String.init).joined(separator: " or ") }
}

extension Character {
    fileprivate var visible: String {
        let isControl = unicodeScalars.contains { $0.properties.generalCategory == .control }
        return isControl ? "a control character" : String(self)
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}
