/// What is wrong with a code that has its shape; it can be kept with a reason, since published data has such codes.
package enum CodeWarning: Hashable, Sendable {
    case wrongCheckCharacter(CodeScheme, expected: Character, found: Character)
    /// Two characters where the type of a power stands.
    case unknownCategory(String)
    case unknownProvince(String)
    case unknownDivision(DivisionCode)
    case unknownAuthority(Character)
    case lowercaseLetters
    /// The agency in an item key is neither a credit code nor an organization code.
    case unreadableAgency(String, CodeFault)

    package var chinese: String {
        switch self {
        case .wrongCheckCharacter(let scheme, let expected, let found):
            "\(scheme.chinese)校验码不符：应为\(expected)，实为\(found)"
        case .unknownCategory(let text): "事项类型\(text)含义未确定"
        case .unknownProvince(let text): "省级代码\(text)不存在"
        case .unknownDivision(let code): "行政区划代码\(code)未收录"
        case .unknownAuthority(let character): "登记管理部门代码\(character)不存在"
        case .lowercaseLetters: "字母应为大写"
        case .unreadableAgency(let text, let fault):
            "实施主体编码\(text)既非统一社会信用代码也非组织机构代码（expected \(fault.expected), found \(fault.found)）"
        }
    }
}
