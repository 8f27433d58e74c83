import Directory
import Kernel
package import TimeLimits

/// BEH-CERT: somebody acted without a certificate that was valid, in scope and in its area on the day of the act.
///
/// - Source: 国办发〔2018〕118号 二(七); Administrative Penalty Law (行政处罚法) art. 42; Administrative Coercion Law
///   (行政强制法) art. 17.
package struct CertificateInvalid: ActRule {
    package static let code = RuleCode.certificate
    package static let title = "无有效执法证件办理"
    package let dimension = Dimension.conduct
    package let level: FindingLevel
    package let article = "行政处罚法§42；行政强制法§17；国办发〔2018〕118号二"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(CertificateInvalid.code, default: .redCard)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard let act = caseFile.act, let step = act.step, !step.uncertified.isEmpty else { return [] }
        return [
            Breach(
                self,
                .act(act.version),
                since: act.recordedAt,
                days: step.uncertified.count,
                message: "\(act.name)由\(step.uncertified.count)名当日没有有效证件的人员办理",
                article: caseFile.law.certificate,
                facts: [FindingFact("办理日", act.day.description)]
                    + step.uncertified.map { FindingFact("人员\($0.officer)", CertificateInvalid.words($0.refusal)) }
            )
        ]
    }

    private static func words(_ refusal: AuthorityRefusal) -> String {
        switch refusal {
        case .notQualified: "执法培训、考试不合格或者已过有效期"
        case .noCertificate(let kind): "没有\(kind.chinese)"
        case .certificateNotValid(let number, let standing): "证件\(number)\(words(standing))"
        case .outOfScope(let number, let category, _): "证件\(number)的类别不含\(category.chinese)"
        case .outOfArea(let number, let place, _): "证件\(number)在\(place.text)不能使用"
        case .unknownOfficer, .noSuchPost, .agencyClosed, .leftAgency, .notInPost: "与证件无关"
        }
    }

    private static func words(_ standing: Certificate.Standing) -> String {
        switch standing {
        case .valid: "有效"
        case .notYetValid(let day): "自\(day)起才有效"
        case .expired(let day): "已于\(day)到期"
        case .suspended: "已暂扣"
        case .revoked: "已收回"
        }
    }
}
