package import Casework
package import Directory
import Kernel

/// Whose findings a stream holds: those of one case, or those of one agency's certificates, posts and reviewers.
package enum FindingMatter: Hashable, Sendable {
    case caseFile(CaseFile.ID)
    case staff(Agency.ID)

    static let staffPrefix = "staff:"

    /// The key of the stream, as tables and addresses write it.
    package var text: String {
        switch self {
        case .caseFile(let id): id.text
        case .staff(let agency): FindingMatter.staffPrefix + agency.text
        }
    }

    package init(_ text: String) {
        if text.hasPrefix(FindingMatter.staffPrefix) {
            self = .staff(Agency.ID(String(text.dropFirst(FindingMatter.staffPrefix.count))))
        } else {
            self = .caseFile(CaseFile.ID(text))
        }
    }

    /// The case, where it is one.
    package var caseFile: CaseFile.ID? {
        switch self {
        case .caseFile(let id): id
        case .staff: nil
        }
    }
}

extension FindingMatter: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
