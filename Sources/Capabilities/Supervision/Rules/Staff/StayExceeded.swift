package import Directory
package import Kernel

/// STF-ROTATE: somebody stays in a post for longer than its charter allows (定期轮岗).
///
/// - Source: 国办发〔2005〕37号 part 2; the longest stay is set in the post's charter.
package struct StayExceeded: StaffRule {
    package static let code = RuleCode.stayExceeded
    package static let title = "应轮岗未轮岗"
    package static let kind = DirectoryConcern.Kind.stayExceeded
    package let dimension = Dimension.risk
    package let level: FindingLevel
    package let article = "国办发〔2005〕37号二"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(StayExceeded.code, default: .yellowCard)
    }

    package func breach(of concern: DirectoryConcern, on today: Day) -> Breach {
        let ended = concern.day ?? today
        return Breach(
            self,
            .holding(concern),
            since: Instant(ended + 1),
            days: today - ended,
            message: "\(concern.subjectName)在\(concern.detail)任职已于\(ended.chinese)满轮岗年限，至今未轮岗",
            facts: [FindingFact("岗位", concern.detail), FindingFact("最长任职至", ended.description)]
        )
    }
}
