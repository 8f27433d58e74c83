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
        case proposal
        case imposition
        case payment

        /// Returns what the outcome of a step needs while the case has a running clock or none.
        ///
        /// - Source: Administrative License Law (行政许可法) art. 32, 38, 44, 45; Administrative Penalty Law (行政处罚法)
        ///   art. 44, 57, 67.
        package init(for outcome: StepOutcome, of step: Step, in definition: ProcessDefinition, clockRuns: Bool) {
            switch step.kind {
            case .serve: self = .service
            case .notice where definition.category.servesNotices: self = .service
            // The party's time runs from the day the urging was served (行政强制法 §36, §38, §51, §54), which a step of its
            // own tells where the process has one.
            case .urge where definition.category.isExecution && !definition.serves(after: outcome): self = .service
            case .notice where definition.proposes(at: step): self = .proposal
            case .pay where outcome.isPayment(of: step): self = .payment
            default: self.init(for: outcome, definition, at: step, clockRuns)
            }
        }

        private init(for outcome: StepOutcome, _ definition: ProcessDefinition, at step: Step, _ clockRuns: Bool) {
            switch outcome.effect {
            case .correctionNeeded: self = .correction
            case .otherAgency: self = .nonAcceptance(namesAgency: true)
            case .notRequired, .notAccepted: self = .nonAcceptance(namesAgency: false)
            case .granted: self = .decision(.granted)
            case .refused: self = .decision(.refused)
            case .imposed: self = definition.category.isPenalty ? .imposition : .decision(.imposed)
            // Only substitute execution cannot wait (行政强制法 §52); elsewhere the outcome decides nothing.
            case .imposedAtOnce: self = definition.category == .substituteExecution ? .decision(.imposed) : .none
            case .notImposed: self = .decision(.notImposed)
            case .violationFound where definition.proposes(at: step): self = .proposal
            case .publicInterestConcerned where definition.proposes(at: step): self = .proposal
            case .accepted, .correctedOnTheSpot, .corrected, .withdrawn, .interestsConcerned, .publicInterestConcerned,
                .heard, .hearingRequested, .rightsWaived, .rightsRenounced, .hearingHeld, .hearingDropped, .filed,
                .notFiled,
                .violationFound, .noViolation, .reviewPassed, .reviewFailed, .approved, .notApproved, .transferred,
                .objected, .settled, .correctionOrdered, .carriedOutAtOnce, .notCarriedOut, nil:
                let stops = outcome.next.contains { definition.step($0)?.excludedBy != nil }
                self = stops && clockRuns ? .specialProcedure : .none
            }
        }
    }
}

extension ProcessDefinition.Category {
    package var isPenalty: Bool {
        switch self {
        case .penalty, .penaltyHearing, .penaltySimple: true
        case .licensing, .coerciveMeasure, .freezing, .coerciveExecution, .substituteExecution, .courtEnforcement,
            .inspection, .levy, .charge, .grant, .confirmation,
            .adjudication, .reward, .requisition, .registration, .other:
            false
        }
    }

    /// Whether the party's notice is served as a paper, so that way and day count; on the spot it is told.
    var servesNotices: Bool {
        switch self {
        case .penalty, .penaltyHearing, .levy, .coerciveExecution, .substituteExecution, .courtEnforcement: true
        case .licensing, .penaltySimple, .coerciveMeasure, .freezing, .inspection, .charge, .grant, .confirmation,
            .adjudication, .reward, .requisition, .registration, .other:
            false
        }
    }

    /// Whether a decision is enforced, by the agency itself or by the court it asks.
    var isExecution: Bool {
        switch self {
        case .coerciveExecution, .substituteExecution, .courtEnforcement: true
        case .licensing, .penalty, .penaltyHearing, .penaltySimple, .coerciveMeasure, .freezing, .inspection, .levy,
            .charge, .grant, .confirmation, .adjudication, .reward, .requisition, .registration, .other:
            false
        }
    }
}

extension ProcessDefinition {
    /// Whether the penalty is proposed at the step: where the investigation ends, or on the spot with the notice.
    func proposes(at step: Step) -> Bool {
        guard category.isPenalty else { return false }
        return step.kind == .conclude
            || (step.kind == .notice && !steps.contains { $0.kind == .conclude })
    }

    /// Whether what an outcome's step wrote is served by a step that follows.
    func serves(after outcome: StepOutcome) -> Bool { outcome.next.contains { step($0)?.kind == .notice } }

    /// Whether an acceptance or a filing begins the time to the decision; otherwise it begins with the case.
    var hasOpening: Bool { steps.contains { $0.outcomes.contains { $0.effect?.opens == true } } }
}

extension StepOutcome {
    /// Whether the outcome says that money came in: its papers include the receipt the payer must be given.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 70.
    func isPayment(of step: Step) -> Bool {
        (documents + step.documents).contains { $0.contents.contains(.receipt) }
    }
}
