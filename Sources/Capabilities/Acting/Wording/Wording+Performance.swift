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
        }
    }
}
