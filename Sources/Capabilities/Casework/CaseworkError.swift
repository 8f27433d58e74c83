package import Kernel
package import Processes
package import TimeLimits

/// Every refusal of casework; a surface words each once, with its article.
package enum CaseworkError: Error, Hashable, Sendable {
    case noSuchCase(String)
    /// Only an officer acts on a case, from a post.
    case notAnOfficer
    /// The case belongs to the agency named.
    case otherAgency(String)
    /// The step is not waiting; `waiting` are the steps that are.
    case notWaiting(step: Step.ID, waiting: [Step.ID])
    case unknownOutcome(step: Step.ID, outcome: StepOutcome.ID)
    case wrongStage(expected: [Stage.Name], found: Stage.Name)
    /// The step belongs to another agency's or another kind of post.
    case notYourStep(step: Step.ID, post: String)
    /// The law wants another person here than who did `earlier` (G-SEPROLE).
    case samePerson(step: Step.ID, earlier: Step.ID)
    /// The officer's recusal is asked for and not decided; until then the officer neither decides nor approves.
    case recusalUndecided(step: Step.ID, officer: String)
    /// The officer is recused from the case.
    case recused(officer: String)
    /// Fewer officers than the step requires (G-CERT2).
    case officersMissing(step: Step.ID, required: Int, found: Int)
    /// The opinion or the reasons are missing or too short to be reasons.
    case reasonsMissing(field: String, atLeast: Int)
    case correctionEmpty
    case correctionUnknownMaterial(String)
    /// The points that the party has not answered.
    case correctionIncomplete(missing: [String])
    case materialMissing([String])
    case answerMissing([String])
    /// The form does not take this answer.
    case answerNotAccepted(field: String, found: String)
    /// The item lacks what a case needs: limit, process or agency.
    case itemNotReady(String)
    case groundNotListed(ExcludedTime, step: Step.ID)
    case expectedEndInvalid(Day)
    case alreadySuspended(since: Day)
    case notSuspended
    case suspendedNoAct(since: Day)
    case noProlongationForeseen
    case alreadyProlonged
    case tooEarly(step: Step.ID, notBefore: Day, source: String)
    case validityReversed(from: Day, through: Day)
    case serviceDayInvalid(Day)
    case returnNotPossible(from: Step.ID, to: Step.ID)
    case detailsMissing(String)
    case wrongQueryCode
    case calendar(TimeLimitError)
    case textTooLong(field: String, limit: Int, found: Int)
}
