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
        case .notHeld:
            self.init(409, "case.measureNotHeld", "作出处理应有仍被查封、扣押的财物，实为已经解除或者处理", article: "行政强制法§27")
        }
    }
}
