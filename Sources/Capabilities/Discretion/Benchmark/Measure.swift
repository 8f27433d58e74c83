/// What is done in a grade: a penalty of some kind, a payment, an inspection so often.
package struct Measure: Hashable, Sendable, Codable {
    /// Who it meets.
    package enum Subject: String, Hashable, Sendable, Codable, CaseIterable {
        case citizen
        case organization

        package var chinese: String {
            switch self {
            case .citizen: "公民"
            case .organization: "法人或者其他组织"
            }
        }
    }

    package let method: Method
    /// `nil` meets both.
    package let subject: Subject?
    /// `nil` for what has no amount, as a warning.
    package let extent: Extent?
    /// 可以: the officer may leave it.
    package let isOptional: Bool
    /// What goes with it in words: 没收违法所得的除外.
    package let note: String?

    package init(
        _ method: Method,
        for subject: Subject? = nil,
        _ extent: Extent? = nil,
        isOptional: Bool = false,
        note: String? = nil
    ) {
        self.method = method
        self.subject = subject
        self.extent = extent
        self.isOptional = isOptional
        self.note = note
    }

    package func meets(_ subject: Subject) -> Bool { self.subject == nil || self.subject == subject }

    /// 可以处罚款5万元以上不满18.5万元.
    package var chinese: String {
        let text = (isOptional ? "可以" : "") + method.chinese + (extent?.chinese ?? "")
        return note.map { "\(text)（\($0)）" } ?? text
    }

    private enum CodingKeys: String, CodingKey {
        case method, subject, extent, isOptional, note
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        method = try values.decode(Method.self, forKey: .method)
        subject = try values.decodeIfPresent(Subject.self, forKey: .subject)
        extent = try values.decodeIfPresent(Extent.self, forKey: .extent)
        isOptional = try values.decodeIfPresent(Bool.self, forKey: .isOptional) ?? false
        note = try values.decodeIfPresent(String.self, forKey: .note)
    }
}
