/// The organization code (组织机构代码), nine characters, also places 9 to 17 of a credit code.
///
/// Written with or without a hyphen before the check character: `45225901-3`.
///
/// - Source: GB 11714-1997.
package struct OrganizationCode: Code {
    /// Without the hyphen.
    package let text: String

    package static func parse(_ text: some StringProtocol) throws(CodeFault) -> ParsedCode<OrganizationCode> {
        let joined =
            text.count == 10 && text.dropLast().last == "-"
            ? String(text.dropLast(2)) + String(text.suffix(1)) : String(text)
        let read = try CodeText(joined, .organizationCode, .places(8, .digitOrLetter) + .places(1, .digitOrX))
        let check = checkCharacter(of: read.bytes[0..<8])
        let wrong = CodeWarning.wrongCheckCharacter(.organizationCode, expected: check, found: read[8])
        return ParsedCode(
            OrganizationCode(text: read.text),
            warnings: read.warnings + (check == read[8] ? [] : [wrong])
        )
    }

    package func segments(in divisions: DivisionTable) -> [CodeSegment] {
        [
            CodeSegment(text.part(0..<8), "本体代码", "无含义的顺序代码"),
            CodeSegment(text.part(8..<9), "校验码", "GB 11714-1997"),
        ]
    }

    static func checkCharacter(of body: ArraySlice<UInt8>) -> Character {
        let sum = zip(body, [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { sum, place in
            let value = place.0.isDigit ? Int(place.0) - 48 : Int(place.0) - 55
            return sum + value * place.1
        }
        switch 11 - sum % 11 {
        case 10: return "X"
        case 11: return "0"
        case let digit: return Character(String(digit))
        }
    }
}
