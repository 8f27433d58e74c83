package import BlobStore
package import Kernel

/// Who else agrees to an item after the legal office confirmed it and before it is published.
///
/// - Source: 川办发〔2011〕45号; 江苏某市行政权力网上公开透明运行实施方案 art. 13, 17.
package enum Station: String, Hashable, Sendable, Codable, CaseIterable {
    /// The establishment office (编办) agrees on bodies and levels.
    case establishmentOffice
    /// The agency above confirms what those it leads exercise (国办发〔2005〕37号 part 3).
    case superiorAgency
    /// The people's government approves and announces.
    case government

    package var chinese: String {
        switch self {
        case .establishmentOffice: "机构编制部门"
        case .superiorAgency: "上级主管部门"
        case .government: "本级人民政府"
        }
    }

    /// Whether its consent is a document that an officer of the legal office records, because it has no seat here.
    package var isRecorded: Bool { self != .establishmentOffice }
}

/// That one of them agreed.
package struct StationConsent: Hashable, Sendable {
    package let by: String
    package let on: Day
    package let opinion: String
    /// The number of the document with which it agreed, where it has no seat here.
    package let document: String?
}

/// What the agency's head signed and sealed when the draft was handed in (申请报告).
///
/// - Source: 江苏某市行政权力网上公开透明运行实施办法 art. 17(1).
package struct SubmissionReport: Hashable, Sendable, Codable {
    /// The document's number.
    package let document: String
    /// Who signed it, by name.
    package let head: String
    package let signedOn: Day
    /// The signed and sealed report and what proves it, as files; `nil` without any.
    package let files: [Attachment]?

    package init(document: String, head: String, signedOn: Day, files: [Attachment] = []) {
        self.document = document
        self.head = head
        self.signedOn = signedOn
        self.files = files.isEmpty ? nil : files
    }
}

/// What the legal office remarks on one field of a draft.
package struct FieldComment: Hashable, Sendable, Codable {
    package let field: ItemField
    package let text: String

    package init(_ field: ItemField, _ text: String) {
        self.field = field
        self.text = text
    }
}
