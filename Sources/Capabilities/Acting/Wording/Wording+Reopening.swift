import Casework
import Processes

/// Why a matter is not decided anew, in words.
extension Wording {
    init(_ fault: ReopeningFault) {
        let article = "行政处罚法§75.2"
        switch fault {
        case .decisionStands(let number):
            self.init(
                409,
                "case.reopenStands",
                "重新办理的案件应没有有效的决定，实为\(number)仍然有效，应先依法撤销或者确认无效",
                article: article
            )
        case .nothingFell:
            self.init(
                409,
                "case.reopenNothing",
                "重新办理的应为决定已失去效力的案件，或者办结有误的处罚案件，实为都不是；申请人可以重新申请",
                article: "行政许可法§29"
            )
        case .otherGround(let ground):
            self.init(
                409,
                "case.reopenGround",
                "重新办理的情形应与决定失去效力的原因一致，实为“\(ground.chinese)”",
                article: ground.source.description,
                field: "ground"
            )
        case .authorityMissing(let ground):
            self.init(
                422,
                "case.reopenAuthority",
                "\(ground.chinese)的应写明机关、文号和日期，实为没有写明",
                article: ground.source.description,
                field: "authority"
            )
        case .withinInvalid(let day):
            self.init(
                422,
                "case.reopenDay",
                "责令作出决定的日期应为复议决定或者判决确定的今日或者以后的日期，实为\(day)",
                article: "行政复议法§64",
                field: "within"
            )
        case .decidedElsewhere(let manner):
            self.init(409, "case.reopenElsewhere", "重新办理的应为在本案办结的事项，实为“\(manner.chinese)”", article: article)
        case .alreadyReopened(let number):
            self.init(409, "case.reopenTwice", "同一案件应只重新办理一次，实为已由\(number)号办件重新办理", article: article)
        case .submissionErased:
            self.init(409, "case.reopenErased", "重新办理应有原申请内容，实为已依法删除；申请人可以重新申请", article: "行政许可法§29")
        }
    }
}
