import EventLog
import Kernel
import Participation

extension FollowedLetter {
    /// The letter as a feed; its address holds the query code, as the page's does.
    ///
    /// It tells steps and days only: neither what was written nor what was answered, and nobody's name.
    func feed(of site: HallSite) -> AtomFeed {
        let entries = history.enumerated().compactMap { place, event -> AtomFeed.Entry? in
            guard let fact = event.as(LetterEvent.self) else { return nil }
            guard let words = FollowedLetter.words(for: fact) else { return nil }
            return AtomFeed.Entry(
                path: address,
                key: String(place),
                title: words,
                summary: "来信 \(number)：\(words)",
                updated: "\(event.envelope.recordedAt)"
            )
        }
        return AtomFeed(
            origin: site.publicAddress ?? "",
            path: address(of: .feed),
            title: "来信 \(number)",
            updated: entries.last?.updated ?? AtomFeed.moment(opening.filedOn),
            entries: entries.reversed()
        )
    }

    /// What happened; `nil` for what the administration only considers.
    private static func words(for fact: LetterEvent) -> String? {
        switch fact {
        case .filed: "收到来信"
        case .accepted: "已受理"
        case .declined: "不予受理"
        case .transferred: "已转交有权处理的机关"
        case .concluded: "已有查办结论"
        case .replied: "已答复"
        case .judged: "已评价"
        case .reopened: "要求重新办理"
        case .published: "隐去个人信息后公开"
        case .unpublished: "已撤下公开"
        case .exemptionDecided(let decided) where decided.isApproved: "处理结果依法不公开"
        case .exemptionProposed, .exemptionDecided: nil
        }
    }
}
