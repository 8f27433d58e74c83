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
        guard text.count == classes.count else {
            throw CodeFault(scheme, .wrongLength(expected: [classes.count], found: text.count))
        }
        var bytes: [UInt8] = []
        var isLowercase = false
        for (place, (character, expected)) in zip(text, classes).enumerated() {
            var byte = character.asciiValue ?? 0
            if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) {
                byte -= 32
                isLowercase = true
            }
            guard expected.contains(byte), character != "\r\n" else {
                throw CodeFault(scheme, .wrongCharacter(position: place + 1, expected: expected, found: character))
            }
            bytes.append(byte)
        }
        self.scheme = scheme
        self.bytes = bytes
        warnings = isLowercase ? [.lowercaseLetters] : []
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
    func part(_ range: Range<Int>) -> String { String(decoding: Array(utf8)[range], as: UTF8.self) }
}
