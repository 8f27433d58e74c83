/// One question of an item's application form.
///
/// - Source: Administrative License Law (行政许可法) art. 29: nothing that has no bearing on the item may be asked.
package struct FormField: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case line
        case paragraph
        case number
        case day
        case choice
        case phone
        case identityNumber
        case creditCode
        case address
        /// Which entry of the negative list an investment project falls under, or none.
        case industry
    }

    /// The key under which the answer is kept, unique in the form.
    package let key: String
    package let label: String
    package let kind: Kind
    package let isRequired: Bool
    /// Whether the answer is about a person, and therefore masked and encrypted.
    package let isPersonal: Bool
    /// The answers to choose from, of a `choice`.
    package let choices: [String]?
    /// The greatest count of characters; the kind's own limit when `nil`.
    package let longest: Int?
    package let hint: String?

    package init(
        key: String,
        label: String,
        kind: Kind,
        isRequired: Bool = true,
        isPersonal: Bool = false,
        choices: [String]? = nil,
        longest: Int? = nil,
        hint: String? = nil
    ) {
        self.key = key
        self.label = label
        self.kind = kind
        self.isRequired = isRequired
        self.isPersonal = isPersonal
        self.choices = choices
        self.longest = longest
        self.hint = hint
    }
}

extension FormField {
    /// What the answer should look like.
    package var expectation: String {
        let length = longest.map { "不超过 \($0) 个字的" } ?? ""
        switch kind {
        case .line, .paragraph, .address: return "\(length)文字"
        case .number: return "数字"
        case .day: return "日期，如 2026-03-01"
        case .choice: return (choices ?? []).joined(separator: "、") + "之一"
        case .phone: return "电话号码"
        case .identityNumber: return "18 位身份证号"
        case .creditCode: return "18 位统一社会信用代码"
        case .industry: return "负面清单所列的一项，或者清单之外"
        }
    }
}
