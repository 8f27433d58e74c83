package import Directory
package import Kernel

/// STF-STAYSOON: the longest stay in a post ends soon.
///
/// - Source: 国办发〔2005〕37号 part 2; the longest stay is set in the post's charter.
package struct StayEnds: StaffRule {
    package static let code = RuleCode.stayEnds
    package static let title = "任职将满轮岗年限"
    package static let kind = DirectoryConcern.Kind.stayEnds
    package let dimension = Dimension.risk
    package let level: FindingLevel
    package let article = "国办发〔2005〕37号二"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(StayEnds.code, default: .reminder)
    }

    package func breach(of concern: DirectoryConcern, on today: Day) -> Breach {
        let ends = concern.day ?? today
        return Breach(
            self,
            .holding(concern),
            since: Instant(today),
            message: "\(concern.subjectName)在\(concern.detail)任职将于\(ends.chinese)满轮岗年限",
            facts: [FindingFact("岗位", concern.detail), FindingFact("最长任职至", ends.description)]
        )
    }
}
