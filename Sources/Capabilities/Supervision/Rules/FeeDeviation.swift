import Kernel
import Sanctions
package import TimeLimits

/// FEE-DEVIATION: what was received differs from what the decision imposes by more than a tolerance.
///
/// Too much is found at once, too little once the step of paying says that everything was paid; what is enforced is not
/// yet received. The surcharge may be paid with it, and is not too much.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 66, 76(2) (a penalty is not changed at will); five percent: a
///   Jiangsu platform's rule.
package struct FeeDeviation: ActRule {
    package static let code = RuleCode.feeDeviation
    package static let title = "实收与应收不符"
    package static let numbers = [percentNumber]
    private static let percentNumber = RuleNumber("percent", "允许差额（%）", standard: 5, within: 0...50)
    package let dimension = Dimension.fee
    package let level: FindingLevel
    package let article = "行政处罚法§66、§76(二)"
    private let percent: Int

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(FeeDeviation.code, default: .yellowCard)
        percent = try parameters.number(FeeDeviation.code, FeeDeviation.percentNumber)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard let payment = caseFile.payment, !caseFile.lostEffect else { return [] }
        let short = payment.received.fen - payment.owed.fen
        let difference = short < 0 ? short : max(0, short - payment.surcharge.fen)
        guard difference > 0 || payment.isSettled,
            difference.magnitude * 100 > payment.owed.fen.magnitude * UInt64(percent)
        else { return [] }
        return [
            Breach(
                self,
                .decision,
                since: Instant(payment.lastOn),
                message: "应收\(payment.owed.grouped)元，实收\(payment.received.grouped)元",
                facts: [
                    FindingFact("应收", "\(payment.owed.grouped)元"), FindingFact("实收", "\(payment.received.grouped)元"),
                    FindingFact(difference > 0 ? "多收" : "少收", "\(Money(fen: Int64(difference.magnitude)).grouped)元"),
                    FindingFact("允许差额", "\(percent)%"), FindingFact("最后收款日", payment.lastOn.description),
                ]
            )
        ]
    }
}
