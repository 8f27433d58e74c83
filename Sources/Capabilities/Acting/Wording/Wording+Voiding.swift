import Casework
import Kernel
import Processes

/// Why a decision is not declared void, or nothing is paid back, in words.
extension Wording {
    init(_ fault: VoidFault) {
        let (article, refund) = ("行政处罚法§38", "国家赔偿法§36(一)")
        switch fault {
        case .already(let day):
            self.init(409, "case.alreadyVoid", "决定应为有效的决定，实为已于\(day)确认无效", article: article)
        case .notPenalty(let ground):
            self.init(
                409,
                "case.voidNotPenalty",
                "机关自行确认无效的应为行政处罚决定，实为其他决定（\(ground.chinese)）；违法作出的应依法撤销",
                article: "行政许可法§69",
                field: "ground"
            )
        case .authorityMissing(let ground):
            self.init(
                422,
                "case.voidAuthority",
                "\(ground.chinese)的应写明机关、文号和日期，实为没有写明",
                article: ground.source.description,
                field: "authority"
            )
        case .nothingOwed(let day):
            self.init(409, "case.voidPayment", "收缴的款项应有有效的决定，实为决定已于\(day)确认无效", article: article)
        case .notVoid: self.init(409, "case.refundNotVoid", "退还款项的应为已确认无效的决定，实为决定有效", article: article)
        case .refundExceeds(let owed, let found):
            self.init(
                422,
                "case.refundAmount",
                "退还的金额应大于零且不超过尚未退还的\(owed.grouped)元，实为\(found.grouped)元",
                article: refund,
                field: "amount"
            )
        case .refundDayInvalid(let day):
            self.init(422, "case.refundDay", "退款日期应在确认无效之日至今日之间，实为\(day)", article: refund, field: "paidOn")
        }
    }
}
