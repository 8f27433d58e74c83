import Casework
import Kernel

/// Why a permit is not renewed or changed so, in words.
extension Wording {
    init(_ fault: FollowUpFault) {
        let (renewal, change) = ("行政许可法§50", "行政许可法§49")
        switch fault {
        case .noPermit(let number):
            self.init(
                409,
                "case.followUpNoPermit",
                "延续、变更的应为已经准予的行政许可，实为\(number)号办件没有准予许可",
                article: change,
                field: "prior"
            )
        case .otherItem(let expected, _):
            self.init(
                409,
                "case.followUpOtherItem",
                "延续、变更应按前证的事项“\(expected)”申请，实为另一事项",
                article: change,
                field: "prior"
            )
        case .notHolder:
            self.init(
                403,
                "case.followUpNotHolder",
                "延续、变更应由被许可人申请，实为申请人与前证的被许可人证件号码或者统一社会信用代码不一致",
                article: change,
                field: "prior"
            )
        case .revoked(let day):
            self.init(409, "case.followUpRevoked", "延续、变更的应为有效的许可，实为已于\(day)撤销", article: "行政许可法§69")
        case .cancelled(let day):
            self.init(409, "case.followUpCancelled", "延续、变更的应为有效的许可，实为已于\(day)注销", article: "行政许可法§70")
        case .expired(let day):
            self.init(
                409,
                "case.followUpExpired",
                "延续、变更应在有效期内申请，实为有效期已于\(day)届满，应重新申请许可",
                article: renewal
            )
        case .noLastDay:
            self.init(409, "case.followUpNoLastDay", "延续的应为有有效期的许可，实为没有期限", article: renewal)
        case .superseded(let number):
            self.init(
                409,
                "case.followUpSuperseded",
                "延续、变更应对最新的许可提出，实为该许可已由\(number)号办件延续或者变更",
                article: change,
                field: "prior"
            )
        case .asked(let number):
            self.init(409, "case.followUpAsked", "同一许可的同类申请应只有一件，实为\(number)号办件正在办理", article: change)
        case .nothingChanged:
            self.init(
                422,
                "case.followUpNothingChanged",
                "变更申请应写明变更的内容，实为申请表各项与前证相同，也没有说明",
                article: change,
                field: "note"
            )
        case .notFromOldEnd(let expected, let found):
            self.init(
                422,
                "case.renewalGap",
                "延续的有效期应自\(expected)起，与前证相接，实为自\(found)起",
                article: renewal,
                field: "validFrom"
            )
        case .movesEnd(let expected, let found):
            self.init(
                422,
                "case.changeMovesEnd",
                "变更不改变有效期，有效期止应为\(expected?.description ?? "没有")，实为\(found?.description ?? "没有")",
                article: change,
                field: "validThrough"
            )
        }
    }
}
