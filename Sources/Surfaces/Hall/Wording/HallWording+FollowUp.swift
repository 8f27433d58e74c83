import Casework
import Kernel

extension HallWording {
    init(_ fault: FollowUpFault) {
        switch fault {
        case .noPermit, .otherItem:
            self.init(409, "no_permit", "没有可以延续、变更的许可", "延续、变更的应为本事项已经准予的许可。")
        case .notHolder:
            self.init(
                403,
                "not_holder",
                "与被许可人不一致",
                "延续、变更应由被许可人申请，申请人的证件号码或者统一社会信用代码应与前证一致，实为不一致。",
                field: "identityNumber"
            )
        case .revoked(let day):
            self.init(409, "permit_revoked", "许可已撤销", "该许可已于\(day.chinese)撤销，不能延续、变更（行政许可法第六十九条）。")
        case .cancelled(let day):
            self.init(409, "permit_cancelled", "许可已注销", "该许可已于\(day.chinese)注销，不能延续、变更（行政许可法第七十条）。")
        case .expired(let day):
            self.init(409, "permit_expired", "许可已到期", "有效期已于\(day.chinese)届满，应重新申请许可（行政许可法第五十条）。")
        case .noLastDay: self.init(409, "no_last_day", "不需要延续", "该许可没有有效期限，不需要延续。")
        case .superseded(let number):
            self.init(409, "superseded", "请对最新的许可提出", "该许可已由办件 \(number) 延续或者变更，请在那个办件中申请。")
        case .asked(let number):
            self.init(409, "asked", "已经申请过", "同一许可的同类申请正在办理，办件编号 \(number)。")
        case .nothingChanged:
            self.init(
                422,
                "nothing_changed",
                "没有写明变更的内容",
                "变更申请应在申请表中改动，或者在说明中写明变更的内容（不少于 10 个字），实为都没有。",
                field: "note"
            )
        case .notFromOldEnd, .movesEnd:
            self.init(409, "not_possible_now", "现在不能进行此操作", "有效期由承办机关决定。")
        }
    }
}
