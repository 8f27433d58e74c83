import EventLog
import Kernel
import Processes

/// What an application meets before it is accepted.
extension CaseRun {
    mutating func requestCorrection(_ points: [CorrectionPoint]) throws {
        guard !points.isEmpty else { throw CaseworkError.correctionEmpty }
        for point in points {
            try CaseworkRules.requireText(point.explanation, point.material, atLeast: CaseworkRules.shortestOpinion)
        }
        let notice = CorrectionNotice(
            number: state.corrections.count + 1,
            points: points,
            notifiedOn: session.today
        )
        try append(.correctionRequested(CorrectionRequested(notice: ForParty(notice, party: opening.party))))
    }

    mutating func refuseAcceptance(_ given: NonAcceptanceDetails, _ outcome: StepOutcome) throws {
        try CaseworkRules.requireText(given.reasons, "不予受理的理由", atLeast: CaseworkRules.shortestReasons)
        if outcome.effect == .otherAgency, given.competentAgency?.trimmed.isEmpty ?? true {
            throw CaseworkError.detailsMissing("有权受理的机关")
        }
        try append(
            .notAccepted(
                ApplicationNotAccepted(
                    effect: outcome.effect ?? .notAccepted,
                    reasons: ForParty(given.reasons.trimmed, party: opening.party),
                    competentAgency: given.competentAgency
                )
            )
        )
    }

    /// Begins the time to the decision on the day the application is complete, where the power knows no acceptance.
    mutating func fileUnlessAccepted() throws {
        guard case .intake = state.stage, !definition.hasOpening else { return }
        try file()
    }

    /// Begins the time to the decision without an acceptance.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 36, 54, 60.
    mutating func file() throws {
        try requireTimely()
        let acceptance = try acceptance(on: state.split?.filedOn ?? session.today, isDeemed: false)
        try append(
            .filed(
                CaseFiled(
                    filedOn: acceptance.acceptedOn,
                    statutory: acceptance.statutory,
                    promised: acceptance.promised,
                    due: acceptance.due
                )
            )
        )
    }

    /// Who registers a matter has done the step that only says so.
    mutating func registered(
        by actor: CaseFile.StepActor,
        opinion: String,
        _ documents: [DocumentRecord] = []
    ) throws {
        guard let step = waitingSteps.first(where: { $0.kind == .receive }) else { return }
        // Where it may be registered in several ways nobody has chosen yet, and the papers would belong to none.
        if step.outcomes.count > 1, let paper = documents.first {
            throw CaseworkError.documentUnexpected(paper.document)
        }
        guard step.outcomes.count == 1, let outcome = step.outcomes.first, actor.functions.contains(step.post.text)
        else { return }
        try write(documents, of: step, ending: outcome)
        try complete(step.id, outcome.id, opinion: opinion.trimmed)
    }
}
