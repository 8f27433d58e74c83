import Casework
import Kernel
import Sanctions
package import TimeLimits

/// DIS-SIMPLE: a penalty was imposed on the spot that the simple procedure is not open for.
///
/// The guard lets none pass here. Whose kind is not known any more is held to the organizations' ceiling.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 51.
package struct SimpleProcedureExceeded: ActRule {
    package static let code = RuleCode.simpleProcedure
    package static let title = "超出简易程序适用范围当场处罚"
    package static let numbers = [citizenNumber, organizationNumber]
    private static let citizenNumber = RuleNumber("citizenYuan", "公民罚款上限（元）", standard: 200, within: 0...200)
    private static let organizationNumber = RuleNumber(
        "organizationYuan",
        "法人、其他组织罚款上限（元）",
        standard: 3_000,
        within: 0...3_000
    )
    package let dimension = Dimension.discretion
    package let level: FindingLevel
    package let article = "行政处罚法§51"
    private let limits: SanctionLimits

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(SimpleProcedureExceeded.code, default: .redCard)
        let citizen = try parameters.number(SimpleProcedureExceeded.code, SimpleProcedureExceeded.citizenNumber)
        let other = try parameters.number(SimpleProcedureExceeded.code, SimpleProcedureExceeded.organizationNumber)
        limits = SanctionLimits(
            simpleFine: [.citizen: .yuan(Int64(citizen)), .organization: .yuan(Int64(other))]
        )
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard caseFile.law.isSimplePenalty, let penalty = caseFile.penalty, let decision = caseFile.decision,
            let bar = limits.barToSimple(decision.sanctions, of: penalty.party ?? .organization)
        else { return [] }
        let (why, limit) =
            switch bar {
            case .kind(let kind): ("处以\(kind.chinese)", "警告或者罚款")
            case .fine(let fine, let limit): ("罚款\(fine.grouped)元", "罚款\(limit.grouped)元以下")
            }
        return [
            Breach(
                self,
                .decision,
                since: Instant(decision.decidedOn),
                message: "适用简易程序\(why)，超出当场处罚的范围",
                facts: [
                    FindingFact("决定日", decision.decidedOn.description),
                    FindingFact("处罚", decision.sanctions.chinese),
                    FindingFact("当事人", penalty.party?.chinese ?? "已不可考，按法人、其他组织计"),
                    FindingFact("简易程序限于", limit),
                ]
            )
        ]
    }
}
