/// The unified social credit code (统一社会信用代码) of a legal person or other organization, 18 characters.
///
/// - Source: GB 32100-2015.
package struct CreditCode: Code {
    package let text: String

    package static func parse(_ text: some StringProtocol) throws(CodeFault) -> ParsedCode<CreditCode> {
        let read = try CodeText(
            text,
            .creditCode,
            .places(2, .creditCode) + .places(6, .digit) + .places(10, .creditCode)
        )
        var warnings = read.warnings
        if authority(read[0]) == nil { warnings.append(.unknownAuthority(read[0])) }
        let organization = OrganizationCode.checkCharacter(of: read.bytes[8..<16])
        if organization != read[16] {
            warnings.append(.wrongCheckCharacter(.organizationCode, expected: organization, found: read[16]))
        }
        let check = checkCharacter(of: read.bytes[0..<17])
        if check != read[17] {
            warnings.append(.wrongCheckCharacter(.creditCode, expected: check, found: read[17]))
        }
        return ParsedCode(CreditCode(text: read.text), warnings: warnings)
    }

    package var division: String { text.part(2..<8) }
    package var organizationCode: OrganizationCode { OrganizationCode(text: text.part(8..<17)) }

    package func segments(in divisions: DivisionTable) -> [CodeSegment] {
        let first = text.first ?? " "
        let kind = text.part(1..<2)
        return [
            CodeSegment(text.part(0..<1), "登记管理部门", CreditCode.authority(first) ?? "未规定"),
            CodeSegment(kind, "机构类别", CreditCode.kind(kind, of: first) ?? "其他或未收录"),
            CodeSegment(division, "登记管理机关行政区划", divisions.fullName(ofSixDigits: division)),
            CodeSegment(text.part(8..<17), "组织机构代码", "主体标识码，末位为其校验码"),
            CodeSegment(text.part(17..<18), "校验码", "GB 32100-2015"),
        ]
    }

    /// Weights are the powers of 3 modulo 31.
    static func checkCharacter(of body: ArraySlice<UInt8>) -> Character {
        var weight = 1
        var sum = 0
        for byte in body {
            sum += weight * (alphabet.firstIndex(of: byte) ?? 0)
            weight = weight * 3 % 31
        }
        return Character(UnicodeScalar(alphabet[(31 - sum % 31) % 31]))
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    private static func authority(_ character: Character) -> String? {
        switch character {
        case "1": "机构编制"
        case "2": "外交"
        case "3": "司法行政"
        case "4": "文化"
        case "5": "民政"
        case "6": "旅游"
        case "7": "宗教"
        case "8": "工会"
        case "9": "市场监督管理"
        case "A": "中央军委改革和编制办公室"
        case "N": "农业"
        case "Y": "其他"
        default: nil
        }
    }

    private static func kind(_ kind: String, of authority: Character) -> String? {
        switch (authority, kind) {
        case ("1", "1"): "机关"
        case ("1", "2"): "事业单位"
        case ("1", "3"): "群众团体"
        case ("5", "1"): "社会团体"
        case ("5", "2"): "民办非企业单位"
        case ("5", "3"): "基金会"
        case ("9", "1"): "企业"
        case ("9", "2"): "个体工商户"
        case ("9", "3"): "农民专业合作社"
        default: nil
        }
    }
}
