/// A lawful ground on which time does not count towards a limit (扣除时间): of a license decision, or of how long seized
/// things may be held.
///
/// The list is closed: the clock cannot be stopped for anything else, and the party is told in writing how long
/// it will take.
///
/// - Source: Administrative License Law (行政许可法) art. 45; Administrative Coercion Law (行政强制法) art. 25.3.
package enum ExcludedTime: String, Hashable, Sendable, Codable, CaseIterable {
    case hearing
    case tendering
    case auction
    case inspection
    case testing
    case quarantine
    case appraisal
    case expertReview
    case testingOfSeized
    case inspectionOfSeized
    case quarantineOfSeized
    case appraisalOfSeized

    package var chinese: String {
        switch self {
        case .hearing: "听证"
        case .tendering: "招标"
        case .auction: "拍卖"
        case .inspection: "检验"
        case .testing: "检测"
        case .quarantine: "检疫"
        case .appraisal: "鉴定"
        case .expertReview: "专家评审"
        case .testingOfSeized: "涉案物品检测"
        case .inspectionOfSeized: "涉案物品检验"
        case .quarantineOfSeized: "涉案物品检疫"
        case .appraisalOfSeized: "涉案物品技术鉴定"
        }
    }

    /// The article as documents cite it.
    package var article: String {
        switch self {
        case .hearing, .tendering, .auction, .inspection, .testing, .quarantine, .appraisal, .expertReview:
            "《中华人民共和国行政许可法》第四十五条"
        case .testingOfSeized, .inspectionOfSeized, .quarantineOfSeized, .appraisalOfSeized:
            "《中华人民共和国行政强制法》第二十五条"
        }
    }
}

extension ExcludedTime {
    /// The grounds on which the time of a license decision stands still.
    package static let ofLicensing: [ExcludedTime] = [
        .hearing, .tendering, .auction, .inspection, .testing, .quarantine, .appraisal, .expertReview,
    ]
}
