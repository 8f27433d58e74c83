import Casework
import Kernel

/// Why what is sealed or seized cannot be dealt with so, in words.
extension Wording {
    init(_ fault: HoldingFault) {
        switch fault {
        case .ranOut(let due):
            self.init(
                409,
                "case.measureRanOut",
                "查封、扣押的期限应未届满，实为已于\(due.chinese)届满；只能作出解除决定并立即退还财物",
                article: "行政强制法§25、§28(四)"
            )
        case .beingTested(let since):
            self.init(
                409,
                "case.measureTested",
                "作出处理应在检测、检验、检疫或者技术鉴定结束之后，实为自\(since.chinese)起暂停计时，应先恢复计时",
                article: "行政强制法§25.3"
            )
        case .urgencyUntold:
            self.init(
                422,
                "case.measureUrgencyUntold",
                "情况紧急当场实施的，应写明当场实施的时间，实为没有写明或者为将来的时间",
                article: "行政强制法§19"
            )
        case .approvedLate(let since):
            self.init(
                409,
                "case.measureApprovedLate",
                "补办批准应在当场实施后二十四小时内，实为\(since.minuteText)实施，已经超过；应当立即解除",
                article: "行政强制法§19"
            )
        case .frozenTooLong(let last):
            self.init(
                422,
                "case.freezeTooLong",
                "冻结和延长冻结各应不超过三十日，即不晚于\(last.chinese)，实为更晚的日期",
                article: "行政强制法§32"
            )
        case .freezeNotRunning(let last):
            self.init(
                409,
                "case.freezeNotRunning",
                "延长的应为仍在期限内的冻结，实为\(last.map { "已于\($0.chinese)届满" } ?? "没有冻结")",
                article: "行政强制法§32"
            )
        case .notHeld:
            self.init(409, "case.measureNotHeld", "作出处理应有仍被查封、扣押的财物，实为已经解除或者处理", article: "行政强制法§27")
        }
    }
}
