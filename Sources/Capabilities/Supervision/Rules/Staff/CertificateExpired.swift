package import Directory
package import Kernel

/// STF-CERTOVER: a certificate has ended and its holder, still in service, has no later one; acts are stopped already.
///
/// - Source: 国办发〔2018〕118号 二(七); Administrative Penalty Law (行政处罚法) art. 42.
package struct CertificateExpired: StaffRule {
    package static let code = RuleCode.certificateExpired
    package static let title = "执法证件已到期未换"
    package static let kind = DirectoryConcern.Kind.certificateExpired
    package let dimension = Dimension.conduct
    package let level: FindingLevel
    package let article = "国办发〔2018〕118号二"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(CertificateExpired.code, default: .warning)
    }

    package func breach(of concern: DirectoryConcern, on today: Day) -> Breach {
        let ended = concern.day ?? today
        return Breach(
            self,
            .certificate(concern.detail),
            since: Instant(ended + 1),
            days: today - ended,
            message: "\(concern.subjectName)的执法证件\(concern.detail)已于\(ended.chinese)到期，未换证也未离岗",
            facts: [FindingFact("持证人", concern.subjectName), FindingFact("有效期至", ended.description)]
        )
    }
}
