import Processes

extension CaseRun {
    /// How the case closes if its run ends now: by its decision, or by what turned it away from one.
    var closingManner: Closing.Manner {
        switch state.decision?.kind {
        case .granted: return .granted
        case .refused: return .refused
        case .imposed: return .imposed
        case .notImposed: return .notImposed
        case nil: break
        }
        if let manner = state.manner { return manner }
        let turns = state.acts.filter { !$0.isVoided }.compactMap { act in
            definition.step(act.step)?.outcome(act.outcome)?.effect?.turn
        }
        return turns.last ?? .concluded
    }
}

extension OutcomeEffect {
    /// The manner in which a case closes that this outcome led away from a decision.
    fileprivate var turn: Closing.Manner? {
        switch self {
        case .notFiled, .notApproved: .notFiled
        case .transferred: .transferred
        case .settled: .settled
        case .accepted, .notRequired, .otherAgency, .notAccepted, .correctedOnTheSpot, .correctionNeeded, .corrected,
            .withdrawn, .interestsConcerned, .publicInterestConcerned, .heard, .hearingRequested, .rightsWaived,
            .rightsRenounced,
            .hearingHeld, .hearingDropped, .granted, .refused, .filed, .violationFound, .noViolation, .reviewPassed,
            .reviewFailed, .approved, .imposed, .imposedAtOnce, .notImposed, .objected, .correctionOrdered,
            .carriedOutAtOnce, .notCarriedOut:
            nil
        }
    }
}
