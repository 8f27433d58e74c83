/// What a post answers for in a case (岗位责任类型).
///
/// Handling, review and approval are the three levels to which liability is attributed; whoever bears one of them in
/// a case bears no other in it.
///
/// - Source: 国办发〔2005〕37号 part 2 (分解执法职权, 确定执法责任).
package enum Responsibility: String, Hashable, Sendable, Codable, CaseIterable {
    case reception
    case handle
    case review
    case approve
    case legalReview
    case hearingChair
    case supervision

    package var chinese: String {
        switch self {
        case .reception: "窗口受理"
        case .handle: "承办"
        case .review: "审核"
        case .approve: "批准"
        case .legalReview: "法制审核"
        case .hearingChair: "听证主持"
        case .supervision: "监察"
        }
    }

    /// The certificate that acting from such a post takes.
    ///
    /// Hearing-chair and supervision certificates are separate kinds.
    ///
    /// - Source: 国办发〔2005〕37号 part 2; 聊政办发〔2017〕74号.
    package var certificateKind: Certificate.Kind {
        switch self {
        case .reception, .handle, .review, .approve, .legalReview: .enforcement
        case .hearingChair: .hearingChair
        case .supervision: .supervision
        }
    }
}
