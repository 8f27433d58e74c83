package import DecisionTables

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
        /// Several questions that belong together and may be answered again and again, as for each shareholder.
        case group
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
    /// Under which answer to an earlier question it is asked; always when `nil`.
    package let condition: FormCondition?
    /// The questions of a `group`.
    package let parts: [FormField]?
    /// How often a `group` is answered at least and at most; `nil` for once.
    package let least: Int?
    package let most: Int?

    package init(
        key: String,
        label: String,
        kind: Kind,
        isRequired: Bool = true,
        isPersonal: Bool = false,
        choices: [String]? = nil,
        longest: Int? = nil,
        hint: String? = nil,
        condition: FormCondition? = nil,
        parts: [FormField]? = nil,
        least: Int? = nil,
        most: Int? = nil
    ) {
        self.key = key
        self.label = label
        self.kind = kind
        self.isRequired = isRequired
        self.isPersonal = isPersonal
        self.choices = choices
        self.longest = longest
        self.hint = hint
        self.condition = condition
        self.parts = parts
        self.least = least
        self.most = most
    }
}

extension FormField {
    /// A group is answered no more often than this, whatever its definition says.
    package static let mostRows = 100

    /// How often a group is answered.
    package var rows: ClosedRange<Int> {
        let most = max(1, min(most ?? 1, FormField.mostRows))
        return min(max(0, least ?? 1), most)...most
    }

    /// What an answer is for those who compare it; `nil` for words of one's own, on which no rule can rest.
    package var factType: FEELType? {
        switch kind {
        case .choice: choices == nil ? nil : .string
        case .number: .number
        case .day: .date
        case .line, .paragraph, .phone, .identityNumber, .creditCode, .address, .industry, .group: nil
        }
    }

    /// The same question under another key and name.
    func named(_ key: String, _ label: String) -> FormField {
        FormField(
            key: key,
            label: label,
            kind: kind,
            isRequired: isRequired,
            isPersonal: isPersonal,
            choices: choices,
            longest: longest,
            hint: hint
        )
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
        case .group:
            return rows.lowerBound == rows.upperBound
                ? "\(rows.upperBound) 项" : "\(rows.lowerBound) 至 \(rows.upperBound) 项"
        }
    }
}
