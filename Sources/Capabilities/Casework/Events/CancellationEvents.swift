package import EventLog
package import Kernel
package import Processes

/// A permit that no longer has effect was struck off (注销); what was decided stays what it was until then.
///
/// - Source: Administrative License Law (行政许可法) art. 70.
package struct PermitCancelled: EventPayload {
    package static let type = "CaseFile.PermitCancelled"

    package enum Ground: String, Hashable, Sendable, Codable, CaseIterable {
        case expired
        case personGone
        case organizationEnded
        case revoked
        case withdrawnAsPenalty
        case impossible
        case otherLawful

        package var chinese: String {
            switch self {
            case .expired: "有效期届满未延续"
            case .personGone: "赋予公民特定资格的许可，该公民死亡或者丧失行为能力"
            case .organizationEnded: "法人或者其他组织依法终止"
            case .revoked: "许可依法被撤销、撤回"
            case .withdrawnAsPenalty: "许可证件依法被吊销"
            case .impossible: "因不可抗力导致许可事项无法实施"
            case .otherLawful: "法律、法规规定的其他情形"
            }
        }

        package var source: LegalSource {
            switch self {
            case .expired: "行政许可法§70(一)"
            case .personGone: "行政许可法§70(二)"
            case .organizationEnded: "行政许可法§70(三)"
            case .revoked, .withdrawnAsPenalty: "行政许可法§70(四)"
            case .impossible: "行政许可法§70(五)"
            case .otherLawful: "行政许可法§70(六)"
            }
        }
    }

    package let ground: Open<Ground>
    package let reasons: Open<String>
    package let cancelledOn: Open<Day>
}
