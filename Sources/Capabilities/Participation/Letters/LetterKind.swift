/// What a letter asks for.
package enum LetterKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// 咨询: how something is done; always answered.
    case question
    /// 投诉: about the conduct of an agency or officer.
    case complaint
    /// 举报: about a power that is used unlawfully, or used without being published.
    case report

    package var chinese: String {
        switch self {
        case .question: "咨询"
        case .complaint: "投诉"
        case .report: "举报"
        }
    }
}
