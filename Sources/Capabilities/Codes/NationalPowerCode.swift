/// The basic code of a power item (基本编码), twelve characters, the same in the whole country or province.
///
/// Two digits nation or province, two type, two guiding department, three main item, three sub-item. The second
/// character of the type may be a letter, since provinces put letters there (Sichuan `1A`).
///
/// - Source: GB/T 39554.1-2020.
package struct NationalPowerCode: Code {
    package let text: String

    package static func parse(_ text: some StringProtocol) throws(CodeFault) -> ParsedCode<NationalPowerCode> {
        try parse(text, as: .nationalPower)
    }

    static func parse(
        _ text: some StringProtocol,
        as scheme: CodeScheme
    ) throws(CodeFault) -> ParsedCode<NationalPowerCode> {
        let read = try CodeText(text, scheme, .places(3, .digit) + .places(1, .digitOrLetter) + .places(8, .digit))
        let code = NationalPowerCode(text: read.text)
        var warnings = read.warnings
        let province = read[0..<2]
        if province != "00" && !DivisionCode.provinces.contains(province) {
            warnings.append(.unknownProvince(province))
        }
        if code.category == nil { warnings.append(.unknownCategory(read[2..<4])) }
        return ParsedCode(code, warnings: warnings)
    }

    package var isNational: Bool { text.hasPrefix("00") }

    package var category: PowerCategory? {
        let type = text.part(2..<4)
        return PowerCategory(nationalCode: type) ?? (text.hasPrefix("51") ? PowerCategory(sichuanType: type) : nil)
    }

    package var department: GuidingDepartment { GuidingDepartment(code: text.part(4..<6)) }
    package var mainItem: String { text.part(6..<9) }
    package var subItem: String { text.part(9..<12) }

    package func segments(in divisions: DivisionTable) -> [CodeSegment] {
        let province = text.part(0..<2)
        let origin = isNational ? "国家" : divisions.fullName(ofSixDigits: province + "0000")
        return [
            CodeSegment(province, "层级或省份", origin),
            CodeSegment(text.part(2..<4), CodeSegment.category, category?.chinese ?? "含义未确定"),
            CodeSegment(department.code, "业务指导部门", department.chinese),
            CodeSegment(mainItem, "主项", "第\(mainItem)号主项"),
            CodeSegment(subItem, "子项", subItem == "000" ? "无子项" : "第\(subItem)号子项"),
        ]
    }
}
