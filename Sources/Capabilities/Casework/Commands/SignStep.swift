package import EventLog
import Kernel
package import Processes
import WorkflowEngine

/// Votes on a step that several sign (会签); the step ends as soon as the votes settle it.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 57.2 (decided together).
package struct SignStep: Command {
    package static let name = "SignStep"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let step: Step.ID
    package let agrees: Bool
    package let opinion: String

    package init(caseFile: CaseFile.ID, seen: Int, step: Step.ID, agrees: Bool, opinion: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.step = step
        self.agrees = agrees
        self.opinion = opinion
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let step = try run.step(step)
        let actor = try CaseAuthority.officer(of: run, at: step, in: session)
        try run.require(.sign, by: actor, because: opinion)
        let command = FlowCommand.sign(step.id, Signer.ID(actor.officer), agrees: agrees)
        let events = try run.flow.decide(run.state.position.marking, command)
        let outcome = events.compactMap { event -> StepOutcome.ID? in
            if case .completed(step.id, let outcome) = event { outcome } else { nil }
        }.first
        if let chosen = outcome.flatMap(step.outcome) { try run.requireReviewable(chosen, at: step) }
        if outcome != nil, step.kind.actsOutward { try run.requireGround() }
        if outcome != nil, run.state.waitsForJurisdiction(step) { try run.requireUndisputed() }
        let after = try run.position(after: command)
        try run.append(
            .signed(
                StepSigned(
                    step: step.id,
                    agrees: agrees,
                    opinion: opinion.trimmed,
                    outcome: outcome,
                    position: after
                )
            )
        )
        try run.closeIfEnded()
        return CaseAnswer(run)
    }
}

/// Adds and removes those who sign a step while it waits (加签、减签).
package struct ChangeSigners: Command {
    package static let name = "ChangeSigners"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let step: Step.ID
    /// Officers, in the order in which they sign.
    package let added: [String]
    package let removed: [String]
    package let reason: String

    package init(
        caseFile: CaseFile.ID,
        seen: Int,
        step: Step.ID,
        added: [String],
        removed: [String] = [],
        reason: String
    ) {
        self.caseFile = caseFile
        self.seen = seen
        self.step = step
        self.added = added
        self.removed = removed
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let step = try run.step(step)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.changeSigners, by: actor, because: reason)
        var marking = run.state.position.marking
        for officer in added {
            try CaseAuthority.requireColleague(officer, of: run.opening.item, in: session)
            marking = try run.flow.run(marking, .addSigner(step.id, Signer.ID(officer)))
        }
        for officer in removed { marking = try run.flow.run(marking, .removeSigner(step.id, Signer.ID(officer))) }
        try run.append(
            .signersChanged(
                SignersChanged(
                    step: step.id,
                    added: added,
                    removed: removed,
                    reason: reason.trimmed,
                    position: run.position(of: marking)
                )
            )
        )
        try run.closeIfEnded()
        return CaseAnswer(run)
    }
}
