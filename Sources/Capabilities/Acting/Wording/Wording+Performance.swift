import Casework
import Kernel

/// Why a decision does not count as performed, in words.
extension Wording {
    init(_ fault: PerformanceFault) {
        switch fault {
        case .unpaid(let owed):
            self.init(
                409,
                "case.unpaid",
                "决定缴纳\(owed.grouped)元的应缴清或者依法执行后才算履行，实为没有缴款记录",
                article: "行政处罚法§66、§67"
            )
        case .nothingToPay:
            self.init(409, "case.nothingToPay", "收款应有决定缴纳的金额，实为决定不含罚款和没收的款项，应选择“已履行”", article: "行政处罚法§66")
        case .nothingToEnforce:
            self.init(
                409,
                "case.nothingToEnforce",
                "转强制执行的应有需要履行的内容，实为警告、通报批评，送达即已履行",
                article: "行政处罚法§72"
            )
        case .notPaying: self.init(409, "case.notPaying", "登记缴款、暂缓或者分期的应为正在履行缴款的决定，实为没有待缴的款项", article: "行政处罚法§66")
        case .nothingToDefer:
            self.init(409, "case.nothingToDefer", "暂缓或者分期缴纳的应为尚未缴清的罚款，实为没有", article: "行政处罚法§66.2")
        case .applicationDay(let day):
            self.init(
                422,
                "case.deferralDay",
                "申请日期应在决定书送达之日至今日之间，实为\(day)",
                article: "行政处罚法§66.2",
                field: "appliedOn"
            )
        case .instalmentDays(let most):
            self.init(
                422,
                "case.instalmentDays",
                "各期最迟缴纳日应在今日之后、依次递增、不超过\(most)期，实为不符",
                article: "行政处罚法§66.2",
                field: "instalments"
            )
        case .instalmentSum(let expected, let found):
            self.init(
                422,
                "case.instalmentSum",
                "各期金额应大于零，合计等于尚未缴纳的\(expected.grouped)元，实为\(found.grouped)元",
                article: "行政处罚法§66.2",
                field: "instalments"
            )
        case .notOnSpot(let ground, let fine):
            self.init(
                409,
                "case.notOnSpot",
                "当场收缴应符合法定情形（\(ground.chinese)），实为罚款\(fine.grouped)元、不符合；应由当事人到银行或者通过电子支付系统缴纳",
                article: "行政处罚法§67、§68、§69"
            )
        case .handedIn(let day):
            self.init(
                422,
                "case.handedInDay",
                "交至机关的日期应在收缴之日至今日之间，实为\(day)",
                article: "行政处罚法§71",
                field: "handedInOn"
            )
        case .surchargeExceeds(let amount, let found):
            self.init(
                422,
                "case.surchargeExceeds",
                "其中加处罚款应不小于零、不超过缴款金额\(amount.grouped)元，实为\(found.grouped)元",
                article: "行政处罚法§72",
                field: "ofSurcharge"
            )
        case .remedyOpen:
            self.init(409, "case.remedyOpen", "登记复议、诉讼时应没有未终结的，实为已登记的尚未终结", article: "行政处罚法§73")
        case .noRemedy: self.init(409, "case.noRemedy", "登记终结时应有进行中的复议或者诉讼，实为没有", article: "行政处罚法§73.3")
        case .remedyDay(let day):
            self.init(
                422,
                "case.remedyDay",
                "日期应不早于决定或者申请之日、不晚于今日，实为\(day)",
                article: "行政处罚法§73.3"
            )
        }
    }
}
