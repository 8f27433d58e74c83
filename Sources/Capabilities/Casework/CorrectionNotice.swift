package import Kernel

/// What is wrong with a submission, told once and completely (一次性告知).
///
/// - Source: Administrative License Law (行政许可法) art. 32(4).
package struct CorrectionNotice: Hashable, Sendable, Codable {
    /// From 1 within the case; a second one is a finding of supervision (FLW-MULTICORR).
    package let number: Int
    package let points: [CorrectionPoint]
    package let notifiedOn: Day

    package init(number: Int, points: [CorrectionPoint], notifiedOn: Day) {
        self.number = number
        self.points = points
        self.notifiedOn = notifiedOn
    }
}

/// One thing to correct, tied to a material or a field.
package struct CorrectionPoint: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case missing
        case wrong
        case outdated

        package var chinese: String {
            switch self {
            case .missing: "缺少"
            case .wrong: "有误"
            case .outdated: "过期"
            }
        }
    }

    package let material: String
    package let kind: Kind
    package let explanation: String

    package init(material: String, kind: Kind, explanation: String) {
        self.material = material
        self.kind = kind
        self.explanation = explanation
    }
}
