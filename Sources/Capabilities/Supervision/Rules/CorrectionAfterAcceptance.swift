import Kernel
package import TimeLimits

/// FLW-CORRAFTER: the applicant was asked for corrections after the application had been accepted.
///
/// - Source: Administrative License Law (行政许可法) art. 32(4) (before acceptance, once and completely).
package struct CorrectionAfterAcceptance: ActRule {
    package static let code = RuleCode.correctionAfterAcceptance
    package static let title = "受理后要求补正"
    package let dimension = Dimension.flow
    package let level: FindingLevel
    package let article = "行政许可法§32(四)"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(CorrectionAfterAcceptance.code, default: .redCard)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard let act = caseFile.act, act.isCorrectionNotice, let accepted = caseFile.acceptedOn else { return [] }
        return [
            Breach(
                self,
                .act(act.version),
                since: act.recordedAt,
                message: "申请已于\(accepted.chinese)受理，此后又要求补正",
                article: caseFile.law.licensing(article),
                facts: [
                    FindingFact("受理日", accepted.description),
                    FindingFact("要求补正日", act.day.description),
                ]
            )
        ]
    }
}
