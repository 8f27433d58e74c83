import CanonicalJSON
package import Cryptography
package import EventLog
import Kernel
package import Processes
import TimeLimits

/// Does one step of a case: the officer's act, with what its outcome needs in law.
///
/// Accepting, proposing, reviewing, deciding, serving and filing are all steps; the process says which may be done now,
/// by which post, with which outcomes and papers, and the guards say whether the law lets this officer do it today.
package struct CompleteStep: Command {
    package static let name = "CompleteStep"
    package let caseFile: CaseFile.ID
    /// The version of the case that the officer saw.
    package let seen: Int
    package let step: Step.ID
    package let outcome: StepOutcome.ID
    package let opinion: String
    package let details: StepDetails
    /// The papers of the step that have a form, filled in.
    package let documents: [DocumentRecord]
    /// Officers who act along where the law wants two.
    package let companions: [String]
    /// When the papers were filled in on site; `nil` for what was filled in here.
    package let onSite: FieldTimes?

    package init(
        caseFile: CaseFile.ID,
        seen: Int,
        step: Step.ID,
        outcome: StepOutcome.ID,
        opinion: String,
        details: StepDetails = .none,
        documents: [DocumentRecord] = [],
        companions: [String] = [],
        onSite: FieldTimes? = nil
    ) {
        self.caseFile = caseFile
        self.seen = seen
        self.step = step
        self.outcome = outcome
        self.opinion = opinion
        self.details = details
        self.documents = documents
        self.companions = companions
        self.onSite = onSite
    }

    /// Sent again, a step whose record from the site was taken in does not bring it along any more, and is the same.
    package func fingerprint() throws -> Digest {
        let command = CompleteStep(
            caseFile: caseFile,
            seen: seen,
            step: step,
            outcome: outcome,
            opinion: opinion,
            details: details,
            documents: documents,
            companions: companions
        )
        return SHA256Hash.of(try CanonicalEncoder().encode(command))
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let step = try run.step(step)
        let actor = try CaseAuthority.officer(of: run, at: step, companions: companions, in: session)
        let chosen = try run.state.requireStep(step, outcome, by: actor, on: session.today, in: run.calendar)
        if step.kind.actsOutward { try run.requireGround() }
        if run.state.waitsForJurisdiction(step) { try run.requireUndisputed() }
        try CaseworkRules.requireText(opinion, "意见", atLeast: CaseworkRules.shortestOpinion)
        try run.requireDemanded(chosen, at: step)
        try run.requireHeld(chosen, at: step)
        try run.requireReviewable(chosen, at: step)
        try run.write(documents, of: step, ending: chosen)
        try run.requireUrgedInTime(documents, at: step, servedOn: details.reachedOn)
        try run.askForRecusals(in: documents, by: [actor.officer] + companions)
        try endExcludedTime(of: step, &run)
        try applyEffect(chosen, of: step, &run)
        try run.endHolding(chosen, at: step)
        try run.complete(step.id, chosen.id, opinion: opinion.trimmed, companions: companions, onSite: onSite)
        try beginExcludedTime(&run)
        return CaseAnswer(run)
    }

    /// What the outcome does in law, beside moving the case on.
    private func applyEffect(_ outcome: StepOutcome, of step: Step, _ run: inout CaseRun) throws {
        let kind = StepDetails.Kind(for: outcome, of: step, in: run.definition, clockRuns: false)
        switch (kind, details) {
        case (.service, .service(let given)): try run.serve(given, at: step)
        case (.service, _): throw CaseworkError.detailsMissing("送达方式和日期")
        case (.proposal, .proposal(let given, let weighing)): try run.propose(given, weighing)
        case (.proposal, _): throw CaseworkError.detailsMissing("违反的规定、处罚依据和拟作出的处罚")
        case (.payment, .payment(let given)): try run.receive(given)
        // All of it may have come in by parts before.
        case (.payment, _) where try run.isPaidUp(): break
        case (.payment, _): throw CaseworkError.detailsMissing("缴款金额、日期和票据号码")
        case (.imposition, .imposition(let given)): try run.impose(given, in: outcome, of: step)
        case (.imposition, _): throw CaseworkError.detailsMissing("处罚决定的种类、金额和理由")
        case (.decision(let kind), .decision(let given)): try run.decide(kind, given, in: outcome)
        case (.decision, _): throw CaseworkError.detailsMissing("决定内容")
        case (.correction, .correction(let points)): try run.requestCorrection(points)
        case (.correction, _): throw CaseworkError.correctionEmpty
        case (.nonAcceptance, .nonAcceptance(let given)): try run.refuseAcceptance(given, outcome)
        case (.nonAcceptance, _): throw CaseworkError.detailsMissing("不予受理的理由")
        case (.none, _): try run.requirePerformed(outcome, at: step)
        case (.specialProcedure, _): break
        }
        switch outcome.effect {
        case .accepted: try run.append(.accepted(run.acceptance(on: run.session.today, isDeemed: false)))
        case .filed: try run.file()
        case .violationFound, .publicInterestConcerned: try run.requireEvidence(at: step)
        case .withdrawn: try run.append(.withdrawn(ApplicationWithdrawn(reason: opinion.trimmed, position: nil)))
        case .corrected: throw CaseworkError.detailsMissing("补正材料由申请人提交")
        case .correctionNeeded, .notRequired, .otherAgency, .notAccepted, .granted, .refused, .imposed, .notImposed,
            .correctedOnTheSpot, .interestsConcerned, .heard, .hearingRequested, .rightsWaived, .rightsRenounced,
            .hearingHeld,
            .hearingDropped, .notFiled, .noViolation, .reviewPassed, .reviewFailed, .approved, .notApproved,
            .transferred, .objected, .settled, .correctionOrdered, .imposedAtOnce, .carriedOutAtOnce, .notCarriedOut,
            nil:
            break
        }
    }

    /// A step whose time is excluded by law stops the clock; the party is told first how long it will take (§45).
    private func beginExcludedTime(_ run: inout CaseRun) throws {
        guard case .examination(let clock) = run.state.stage, clock.suspension == nil else { return }
        let entered = run.waitingSteps
        guard entered.contains(where: { $0.excludedBy != nil }) else { return }
        guard case .specialProcedure(let given) = details else {
            throw CaseworkError.detailsMissing("特别程序所需时间")
        }
        try run.append(.suspended(run.suspension(given)))
    }

    private func endExcludedTime(of step: Step, _ run: inout CaseRun) throws {
        guard step.excludedBy != nil, run.state.clock?.suspension != nil else { return }
        try run.append(.resumed(run.resumption(on: run.session.today, note: step.name)))
    }
}
