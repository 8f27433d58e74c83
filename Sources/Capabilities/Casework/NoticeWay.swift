/// The lawful ways in which a document reaches a party.
///
/// - Source: Civil Procedure Law (民事诉讼法) art. 88–95.
package enum NoticeWay: String, Hashable, Sendable, Codable, CaseIterable {
    case direct
    case left
    case electronic
    case entrusted
    case mailed
    case forwarded
    case announced

    package var chinese: String {
        switch self {
        case .direct: "直接送达"
        case .left: "留置送达"
        case .electronic: "电子送达"
        case .entrusted: "委托送达"
        case .mailed: "邮寄送达"
        case .forwarded: "转交送达"
        case .announced: "公告送达"
        }
    }

    /// What is noted of it, so that it can be proved; `nil` where the receipt that the party signs proves it.
    package var proof: String? {
        switch self {
        case .direct: nil
        case .left: "见证人或者拍照、录像情况"
        case .electronic: "同意电子送达的确认书"
        case .entrusted: "受委托的机关"
        case .mailed: "邮件号码"
        case .forwarded: "转交的单位"
        case .announced: "公告的载体和原因"
        }
    }

    /// How many days after its publication an announcement counts as served.
    ///
    /// - Source: Civil Procedure Law (民事诉讼法) art. 95.
    package static let announcedDays = 30

    /// The article, as the receipt cites it.
    package var article: String {
        switch self {
        case .direct: "民事诉讼法§88"
        case .left: "民事诉讼法§89"
        case .electronic: "民事诉讼法§90"
        case .entrusted, .mailed: "民事诉讼法§91"
        case .forwarded: "民事诉讼法§92"
        case .announced: "民事诉讼法§95"
        }
    }
}
