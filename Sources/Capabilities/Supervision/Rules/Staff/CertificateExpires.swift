package import Directory
package import Kernel

/// STF-CERTSOON: a certificate ends soon and is not renewed.
///
/// - Source: 国办发〔2018〕118号 二(七); the days of warning are set in `DirectoryRules`.
package struct CertificateExpires: StaffRule {
    package static let code = RuleCode.certificateExpires
    package static let title = "执法证件将到期"
    package static let kind = DirectoryConcern.Kind.certificateExpires
    package let dimension = Dimension.conduct
    package let level: FindingLevel
    package let article = "国办发〔2018〕118号二"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(CertificateExpires.code, default: .reminder)
    }

    package func breach(of concern: DirectoryConcern, on today: Day) -> Breach {
        let ends = concern.day ?? today
        return Breach(
            self,
            .certificate(concern.detail),
            since: Instant(today),
            message: "\(concern.subjectName)的执法证件\(concern.detail)将于\(ends.chinese)到期",
            facts: [FindingFact("持证人", concern.subjectName), FindingFact("有效期至", ends.description)]
        )
    }
}
