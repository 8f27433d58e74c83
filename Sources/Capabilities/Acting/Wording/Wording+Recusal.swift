import Casework
import Directory
import Kernel

/// Why a recusal is not asked for or decided so, in words.
extension Wording {
    init(_ fault: RecusalFault) {
        let article = "行政处罚法§43"
        let together = "市场监督管理行政处罚程序规定§4"
        let fewest = DecideRecusal.fewestDiscussing
        switch fault {
        case .undecided(let since):
            let found = "对该人员应没有待决定的回避申请，实为\(since)已提出"
            self.init(409, "case.recusalAsked", found, article: article, field: "officer")
        case .granted(let day):
            let found = "申请回避的应为仍可办理本件的人员，实为\(day)已决定回避"
            self.init(409, "case.recusalGranted", found, article: article, field: "officer")
        case .refusedAlready(let day):
            let found = "当事人申请回避的应为没有驳回过其申请的人员，实为\(day)已驳回"
            self.init(409, "case.recusalRefused", found, article: article, field: "officer")
        case .noneOpen:
            self.init(409, "case.recusalNoneOpen", "应有待决定的回避申请，实为没有，或者已经决定", article: article, field: "officer")
        case .ofOneself: self.init(403, "case.recusalOfOneself", "回避应由其他负责人决定，实为本人", article: article, field: "officer")
        case .notHead:
            let found = "回避应由该人员所在机关负责人（批准岗位的在岗人员）决定，实为其他人员"
            self.init(403, "case.recusalNotHead", found, article: article)
        case .notOneself:
            let found = "自行申请回避的应为本人，实为他人；当事人、利害关系人提出的，选相应的申请人"
            self.init(422, "case.recusalNotOneself", found, article: "公务员法§77", field: "by")
        case .ofOnlyHead:
            let found = "本机关唯一负责人的回避应由负责人集体讨论决定，实为没有写明参加讨论的负责人"
            self.init(409, "case.recusalOfHead", found, article: together, field: "discussedBy")
        case .ofNoHead:
            let found = "集体讨论决定的应为负责人的回避，实为其他人员，由负责人决定"
            self.init(422, "case.recusalOfNoHead", found, article: together, field: "discussedBy")
        case .discussedByFew(let found):
            let words = "参加集体讨论的负责人应不少于\(fewest)人，实为\(found)人"
            self.init(422, "case.recusalDiscussedByFew", words, article: together, field: "discussedBy")
        case .discussedByStranger:
            let found = "参加集体讨论的应为本机关人员，不含被申请回避的人员，实为其他人员"
            self.init(422, "case.recusalDiscussedByStranger", found, article: together, field: "discussedBy")
        case .nobodyHandles: self.init(409, "case.recusalNobody", "应写明申请回避的人员，实为没有写明，本件也还没有经办人", article: article)
        case .tooManyOpen(let greatest):
            let found = "当事人待决定的回避申请应不超过\(greatest)人，实为已经达到"
            self.init(409, "case.recusalTooMany", found, article: article)
        case .unknown(let name):
            let found = "申请回避的人员应为本机关人员的姓名，实为“\(name.prefix(60))”"
            self.init(422, "case.recusalUnknown", found, article: article)
        }
    }
}
