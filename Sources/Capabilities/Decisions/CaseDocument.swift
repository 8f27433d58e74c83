package import Casework
import EventLog
import Processes

/// An official document that a fact of a case calls for (执法文书).
///
/// - Source: Administrative License Law (行政许可法) art. 32, 38, 42, 44, 45.
package enum CaseDocument: Sendable {
    case acceptance(ApplicationAccepted)
    case correction(CorrectionNotice)
    case nonAcceptance(ApplicationNotAccepted)
    case specialProcedure(ClockSuspended)
    case prolongation(LimitProlonged)
    case decision(Decision)
    case termination(ApplicationWithdrawn)
    case service(DecisionServed)

    /// Returns `nil` for a fact after which nothing is handed to the party.
    package init?(_ fact: CaseFileEvent) {
        switch fact {
        case .accepted(let given): self = .acceptance(given)
        case .correctionRequested(let given): self = .correction(given.notice.value)
        case .notAccepted(let given): self = .nonAcceptance(given)
        case .suspended(let given): self = .specialProcedure(given)
        case .prolonged(let given): self = .prolongation(given)
        case .decided(let given): self = .decision(given.decision)
        case .withdrawn(let given): self = .termination(given)
        case .served(let given): self = .service(given)
        case .received, .completed, .returned, .supplemented, .resumed, .issued, .closed, .opened, .filed, .written,
            .evidenceAdded, .proposed, .noticeServed, .paid, .assigned, .urged, .signed, .signersChanged, .terminated,
            .decisionCorrected, .revoked:
            return nil
        }
    }

    /// The name as processes list it among the documents of a step.
    package var name: String {
        switch self {
        case .acceptance: "受理通知书"
        case .correction: "补正告知书"
        case .nonAcceptance(let given):
            given.effect == .notRequired ? "不受理告知书" : "不予受理决定书"
        case .specialProcedure: "特别程序时间告知书"
        case .prolongation: "延长期限通知书"
        case .decision(let decision): decision.title
        case .termination: "终止办理通知书"
        case .service: "送达回证"
        }
    }

    /// The word of the series its number is taken from; `nil` when the fact brought its number.
    var seriesWord: String? {
        switch self {
        case .acceptance: "许受"
        case .correction: "许补"
        case .nonAcceptance: "许不受"
        case .specialProcedure: "许特"
        case .prolongation: "许延"
        case .decision: nil
        case .termination: "许终"
        case .service: "许送"
        }
    }
}
