import Casework
import Documents
import EventLog
import Kernel
import Processes

/// 不予受理决定书, or 不受理告知书 where no license is needed.
///
/// - Source: Administrative License Law (行政许可法) art. 32(1), 32(2), 32(4).
extension ApplicationNotAccepted {
    func document(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        switch effect {
        case .notRequired:
            return [
                .paragraph(
                    "\(facts.application)。经审查，该事项依法不需要取得\(facts.matter.category.subject)，\(facts.basis("32(一)"))，本机关不受理该申请。"
                ),
                .heading("理由"), .paragraph(reasons.value),
            ] + facts.remedies(against: "告知")
        case .otherAgency:
            return [
                .paragraph("\(facts.application)。经审查，该事项依法不属于本机关职权范围，\(facts.basis("32(二)"))，本机关决定不予受理。"),
                .heading("理由"), .paragraph(reasons.value), .heading("有权受理的机关"),
                .paragraph("请向\(competentAgency ?? "")申请。"),
            ] + facts.remedies(against: "决定")
        case .accepted, .notAccepted, .correctedOnTheSpot, .correctionNeeded, .corrected, .withdrawn,
            .interestsConcerned, .publicInterestConcerned, .heard, .hearingRequested, .rightsWaived, .rightsRenounced,
            .hearingHeld,
            .hearingDropped, .granted, .refused, .filed, .notFiled, .violationFound, .noViolation, .reviewPassed,
            .reviewFailed, .approved, .notApproved, .imposed, .notImposed, .transferred, .objected, .settled,
            .correctionOrdered, .imposedAtOnce, .carriedOutAtOnce, .notCarriedOut:
            return [
                .paragraph("\(facts.application)。经审查，该申请不符合受理条件，\(facts.basis("32"))，本机关决定不予受理。"),
                .heading("理由"), .paragraph(reasons.value),
            ] + facts.remedies(against: "决定")
        }
    }
}
