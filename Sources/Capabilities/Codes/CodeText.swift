/// The characters of a code on their way to a value: in capitals, checked place by place.
struct CodeText {
    let scheme: CodeScheme
    let bytes: [UInt8]
    let warnings: [CodeWarning]

    /// Checks length and characters.
    ///
    /// - Parameters:
    ///   - text: the code as it was written.
    ///   - scheme: for the fault.
    ///   - classes: what each place holds; as long as the code.
    /// - Throws: `CodeFault` for a wrong length or the first wrong character.
    init(
        _ text: some StringProtocol,
        _ scheme: CodeScheme,
        _ classes: [CodeFault.CharacterClass]
    ) throws(CodeFault) {
        var bytes = Array(text.utf8)
        // In a text of ASCII letters and digits a byte is a character; lists are long, and counting characters is slow.
        guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw CodeText.fault(text, scheme, classes) }
        guard bytes.count == classes.count else {
            throw CodeFault(scheme, .wrongLength(expected: [classes.count], found: bytes.count))
        }
        var isLowercase = false
        for place in bytes.indices {
            if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[place]) {
                bytes[place] -= 32
                isLowercase = true
            }
            guard classes[place].contains(bytes[place]) else { throw CodeText.fault(text, scheme, classes) }
        }
        self.scheme = scheme
        self.bytes = bytes
        warnings = isLowercase ? [.lowercaseLetters] : []
    }

    /// What is wrong with a text of which something is.
    private static func fault(
        _ text: some StringProtocol,
        _ scheme: CodeScheme,
        _ classes: [CodeFault.CharacterClass]
    ) -> CodeFault {
        let length = CodeFault(scheme, .wrongLength(expected: [classes.count], found: text.count))
        guard text.count == classes.count else { return length }
        for (place, (character, expected)) in zip(text, classes).enumerated() {
            var byte = character.asciiValue ?? 0
            if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) { byte -= 32 }
            guard expected.contains(byte), character != "\r\n" else {
                return CodeFault(scheme, .wrongCharacter(position: place + 1, expected: expected, found: character))
            }
        }
        return length
    }

    var text: String { self[0..<bytes.count] }

    subscript(range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    subscript(place: Int) -> Character { Character(UnicodeScalar(bytes[place])) }
}

extension Array where Element == CodeFault.CharacterClass {
    static func places(_ count: Int, _ expected: Element) -> [Element] { Array(repeating: expected, count: count) }
}

extension String {
    /// The characters in `range`, counted from 0, of a text that is ASCII.
    func part(_ range: Range<Int>) -> String {
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        return String(self[start..<utf8.index(start, offsetBy: range.count)])
    }
}
