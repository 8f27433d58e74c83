/// A lawful ground on which time does not count towards the limit of a license decision (扣除时间).
///
/// The list is closed: the clock cannot be stopped for anything else, and the applicant is told in writing how long
/// it will take.
///
/// - Source: Administrative License Law (行政许可法) art. 45.
package enum ExcludedTime: String, Hashable, Sendable, Codable, CaseIterable {
    case hearing
    case tendering
    case auction
    case inspection
    case testing
    case quarantine
    case appraisal
    case expertReview

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
        }
    }

    /// The article as documents cite it.
    package var article: String {
        switch self {
        case .hearing, .tendering, .auction, .inspection, .testing, .quarantine, .appraisal, .expertReview:
            "《中华人民共和国行政许可法》第四十五条"
        }
    }
}
