/// Why the clock of a licensing case may be stopped: the list of the statute, nothing else.
///
/// - Source: Administrative License Law (行政许可法) art. 45.
package enum PauseGround: String, Hashable, Sendable, Codable, CaseIterable {
    case hearing
    case tender
    case auction
    case inspection
    case testing
    case quarantine
    case appraisal
    case expertReview

    package var chinese: String {
        switch self {
        case .hearing: "听证"
        case .tender: "招标"
        case .auction: "拍卖"
        case .inspection: "检验"
        case .testing: "检测"
        case .quarantine: "检疫"
        case .appraisal: "鉴定"
        case .expertReview: "专家评审"
        }
    }
}
