package import Processes
import TimeLimits

extension StepDetails {
    /// What an outcome needs in law beside an opinion; forms ask for it, the command insists on it.
    package enum Kind: Hashable, Sendable {
        case none
        case correction
        /// `namesAgency` when the competent agency must be named.
        case nonAcceptance(namesAgency: Bool)
        case decision(Decision.Kind)
        case specialProcedure
        case service

        /// Returns what the outcome of a step needs while the case has a running clock or none.
        ///
        /// - Source: Administrative License Law (行政许可法) art. 32, 38, 44, 45.
        package init(for outcome: StepOutcome, of step: Step, in definition: ProcessDefinition, clockRuns: Bool) {
            if step.kind == .serve {
                self = .service
                return
            }
            switch outcome.effect {
            case .correctionNeeded: self = .correction
            case .otherAgency: self = .nonAcceptance(namesAgency: true)
            case .notRequired, .notAccepted: self = .nonAcceptance(namesAgency: false)
            case .granted: self = .decision(.granted)
            case .refused: self = .decision(.refused)
            case .accepted, .correctedOnTheSpot, .corrected, .withdrawn, .interestsConcerned, .publicInterestConcerned,
                .heard, .hearingRequested, .rightsWaived, .hearingHeld, .hearingDropped, .filed, .notFiled,
                .violationFound, .noViolation, .reviewPassed,
                .reviewFailed, .approved, .notApproved, .imposed, .notImposed, .transferred, .objected, .settled,
                .correctionOrdered, nil:
                let stops = outcome.next.contains { definition.step($0)?.excludedBy != nil }
                self = stops && clockRuns ? .specialProcedure : .none
            }
        }
    }
}
