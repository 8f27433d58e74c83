package import Casework
package import Directory
import Kernel

/// Whose findings a stream holds: one case's, or one agency's: about its certificates, posts and reviewers, about what
/// stands out when its cases are compared, or about its catalog, lists and letters.
package enum FindingMatter: Hashable, Sendable {
    case caseFile(CaseFile.ID)
    case staff(Agency.ID)
    case comparison(Agency.ID)
    case upkeep(Agency.ID)

    static let staffPrefix = "staff:"
    private static let comparisonPrefix = "comparison:"
    static let upkeepPrefix = "upkeep:"

    /// The key of the stream, as tables and addresses write it.
    package var text: String {
        switch self {
        case .caseFile(let id): id.text
        case .staff(let agency): FindingMatter.staffPrefix + agency.text
        case .comparison(let agency): FindingMatter.comparisonPrefix + agency.text
        case .upkeep(let agency): FindingMatter.upkeepPrefix + agency.text
        }
    }

    package init(_ text: String) {
        func agency(after prefix: String) -> Agency.ID? {
            text.hasPrefix(prefix) ? Agency.ID(String(text.dropFirst(prefix.count))) : nil
        }
        if let agency = agency(after: FindingMatter.staffPrefix) {
            self = .staff(agency)
        } else if let agency = agency(after: FindingMatter.comparisonPrefix) {
            self = .comparison(agency)
        } else if let agency = agency(after: FindingMatter.upkeepPrefix) {
            self = .upkeep(agency)
        } else {
            self = .caseFile(CaseFile.ID(text))
        }
    }

    /// What of the agency it is about; `nil` for a case, which names its item.
    package var subject: String? {
        switch self {
        case .caseFile: nil
        case .staff: "机构、岗位和人员"
        case .comparison: "办件比对"
        case .upkeep: "目录、清单和来信"
        }
    }

    /// The agency, where it is one's.
    package var agency: Agency.ID? {
        switch self {
        case .caseFile: nil
        case .staff(let agency), .comparison(let agency), .upkeep(let agency): agency
        }
    }

    /// The case, where it is one.
    package var caseFile: CaseFile.ID? {
        switch self {
        case .caseFile(let id): id
        case .staff, .comparison, .upkeep: nil
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
