import Casework
import RuleTables

/// Why a collective discussion does not count, in words.
extension Wording {
    init(_ fault: DiscussionFault) {
        let article = "行政处罚法§57.2"
        switch fault {
        case .notYetHeld:
            self.init(422, "case.discussionNotHeld", "集体讨论的时间应在制作记录之前，实为将来的时间", article: article)
        case .namedTwice(let name):
            self.init(422, "case.discussionNamedTwice", "成员每人应只列一次，实为“\(name)”列了两次", article: article)
        case .notMember(let name):
            self.init(
                422,
                "case.discussionStranger",
                "参加讨论和回避的应为“应当参加的成员”所列人员，实为未列入的“\(name)”",
                article: article
            )
        case .recusedTookPart(let name):
            self.init(
                409,
                "case.discussionRecused",
                "回避的成员应不参加讨论，实为“\(name)”发表了意见",
                article: "行政处罚法§43"
            )
        case .recusalUnrecorded(let name):
            self.init(
                409,
                "case.discussionRecusalMissing",
                "“\(name)”已决定回避，应列入“回避的成员”，实为没有",
                article: "行政处罚法§43"
            )
        case .recusalUndecided(let name):
            self.init(
                409,
                "case.discussionRecusalOpen",
                "成员的回避应先作出决定，实为“\(name)”的回避尚未决定",
                article: "行政处罚法§43"
            )
        case .unclear(let name, let found):
            self.init(
                422,
                "case.discussionUnclear",
                "每名成员的意见应以“同意”“不同意”或者“弃权”开头，实为“\(name)”：“\(found.prefix(20))”",
                article: article
            )
        case .chairAbsent(let name):
            self.init(422, "case.discussionChairAbsent", "主持人应在参加人之列并发表意见，实为“\(name)”不在其中", article: article)
        case .chairNotHead(let name):
            self.init(
                409,
                "case.discussionChair",
                "集体讨论应由本机关负责人主持，实为“\(name)”，不任批准岗位",
                article: article
            )
        case .dissentMissing(let names):
            self.init(
                422,
                "case.discussionDissent",
                "不同意见应写入记录，实为没有写明\(names.joined(separator: "、"))的不同意见",
                article: article
            )
        case .noQuorum(let present, let entitled, let answer):
            self.init(
                409,
                "case.discussionQuorum",
                "集体讨论\(answer.ground)，实为应到\(entitled)人、到会\(present)人",
                article: article
            )
        }
    }
}
