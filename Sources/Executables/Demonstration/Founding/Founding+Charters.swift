import Catalog
import Codes
import Directory
import EventLog
import Kernel

/// What each post of the agencies with items is for, so that the breakdown plan and the board at the window have
/// something to say.
extension Founding {
    /// Lays down the charter of every post whose agency has items among `items`.
    func charters(_ staff: Staff, _ items: [PowerItem.ID]) async throws {
        var powers: [String: [(power: PostCharter.Power, isExOfficio: Bool)]] = [:]
        for id in items {
            let content = try await log.read(realm) { try $0.powerItem(id)?.state.version(on: day)?.content }
            guard let content, let agency = content.agency?.id else { continue }
            let power = PostCharter.Power(item: id.text, name: content.name)
            powers[agency, default: []].append((power, content.category == .penalty))
        }
        var done: Set<String> = []
        for member in staff.members {
            let responsibility = member.seat.responsibility
            guard let post = member.actor.post, let agency = member.actor.agency, let powers = powers[agency],
                // Nobody applies at a window for what the agency takes up itself.
                let charter = responsibility.charter(
                    powers.filter { !$0.isExOfficio || responsibility != .reception }.map(\.power)
                ),
                done.insert(post).inserted
            else { continue }
            let command = SetPostCharter(charter, of: Directory.Post.ID(post), from: day, reason: "分解执法职权（演示）")
            _ = try await submit(command, "charter \(post)")
        }
    }
}

extension Responsibility {
    /// `nil` where the agency lays nothing down: hearings are chaired and supervised whatever the item.
    fileprivate func charter(_ powers: [PostCharter.Power]) -> PostCharter? {
        let words: (duties: String, standards: String, indicators: String, liability: PostCharter.Liability.Kind)? =
            switch self {
            case .reception: ("受理申请、一次告知补正、送达", "当场或者五个工作日内决定是否受理", "一次告知率、受理及时率", .direct)
            case .handle: ("调查、审查、提出处理意见", "在环节期限内办结，事实清楚、证据充分", "按时办结率、退回率", .direct)
            case .review: ("复核事实、依据和裁量", "逐项写明审核意见", "审核及时率、改变率", .supervising)
            case .approve: ("批准或者不批准", "说明理由，对决定负责", "决定被撤销、变更率", .leading)
            case .legalReview: ("重大执法决定法制审核", "十项内容逐项审核", "审核及时率", .supervising)
            case .hearingChair, .supervision: nil
            }
        return words.map { words in
            PostCharter(
                powers: powers,
                duties: words.duties,
                standards: words.standards,
                indicators: words.indicators,
                liability: PostCharter.Liability(kind: words.liability, content: "依照行政执法责任制追究执法责任"),
                longestStayMonths: 60
            )
        }
    }
}
