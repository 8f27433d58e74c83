package import Kernel

/// The identity number (公民身份号码) of a natural person, 18 characters.
///
/// Personal: show `masked`, log nothing.
///
/// Permits of foreign permanent residents and residents of Hong Kong, Macao and Taiwan have the same form.
///
/// - Source: GB 11643-1999.
package struct IdentityNumber: Code {
    package let text: String
    package let birthday: Day

    package static func parse(_ text: some StringProtocol) throws(CodeFault) -> ParsedCode<IdentityNumber> {
        let read = try CodeText(text, .identityNumber, .places(17, .digit) + .places(1, .digitOrX))
        guard let birthday = Day("\(read[6..<10])-\(read[10..<12])-\(read[12..<14])") else {
            throw CodeFault(.identityNumber, .noSuchDay(text: read[6..<14], position: 7))
        }
        var warnings = read.warnings
        let province = read[0..<2]
        if !DivisionCode.provinces.contains(province) && province != "83" && read[0] != "9" {
            warnings.append(.unknownProvince(province))
        }
        let check = checkCharacter(of: read.bytes[0..<17])
        if check != read[17] {
            warnings.append(.wrongCheckCharacter(.identityNumber, expected: check, found: read[17]))
        }
        return ParsedCode(IdentityNumber(text: read.text, birthday: birthday), warnings: warnings)
    }

    package var isMale: Bool { (text.utf8.dropLast().last ?? 0) % 2 == 1 }

    /// The number with birthday and all but the last four characters after it hidden.
    package var masked: String { text.part(0..<6) + "********" + text.part(14..<18) }

    package func segments(in divisions: DivisionTable) -> [CodeSegment] {
        let place = text.part(0..<6)
        return [
            CodeSegment(place, "地址码", text.first == "9" ? "外国人永久居留" : divisions.fullName(ofSixDigits: place)),
            CodeSegment(text.part(6..<14), "出生日期码", birthday.chinese),
            CodeSegment(text.part(14..<17), "顺序码", isMale ? "男" : "女"),
            CodeSegment(text.part(17..<18), "校验码", "GB 11643-1999"),
        ]
    }

    static func checkCharacter(of body: ArraySlice<UInt8>) -> Character {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body, weights).reduce(0) { $0 + (Int($1.0) - 48) * $1.1 }
        return Array("10X98765432")[sum % 11]
    }
}
