import Casework
import Kernel
package import TimeLimits

/// DIS-RANGE: a penalty does not follow the grade of its benchmark, for a reason that was approved.
///
/// The guard lets no other departure pass; what was approved is looked at by who supervises.
///
/// - Source: 国办发〔2022〕27号 (a benchmark not followed is approved and reasoned); Administrative Penalty Law (行政处罚法)
///   art. 34.
package struct GradeDeparted: ActRule {
    package static let code = RuleCode.gradeDeparted
    package static let title = "处罚调整适用裁量基准"
    package static let numbers: [RuleNumber] = []
    package let dimension = Dimension.discretion
    package let level: FindingLevel
    package let article = "国办发〔2022〕27号"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(GradeDeparted.code, default: .reminder)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard let decision = caseFile.decision, let weighed = caseFile.weighed, weighed.isDeparting else { return [] }
        return [
            Breach(
                self,
                .decision,
                since: Instant(decision.decidedOn),
                days: nil,
                message: "处罚没有按裁量基准作出：\(weighed.departures.joined(separator: "；"))",
                facts: [
                    FindingFact("裁量基准", weighed.benchmark), FindingFact("阶次", weighed.grade ?? "没有规定"),
                    FindingFact("调整适用的理由", weighed.weighing.departure),
                ]
            )
        ]
    }
}
