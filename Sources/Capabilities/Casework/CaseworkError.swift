package import Catalog
package import Kernel
package import Processes
package import RuleTables
package import Sanctions
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
    /// Handed in after today, or longer ago than may still be entered.
    /// The project falls under an entry of the negative list that forbids it.
    case onNegativeList(field: String, NegativeList.Entry)
    case receivedDayInvalid(Day, earliest: Day)
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
    /// The power is exercised on application only; nobody takes it up by himself.
    case applicationNeeded(item: String)
    /// The agency takes such matters up itself; nobody applies for them.
    case notOnApplication(item: String)
    case clueDaysInvalid(first: Day, last: Day)
    /// Found out after the last day on which the act could be penalized (行政处罚法 §36).
    case timeBarred(lastDay: Day, years: Int)
    /// No paper of this name belongs to the step and its outcome.
    case documentUnexpected(String)
    case documentFieldUnknown(document: String, field: String)
    case documentFieldMissing(document: String, field: String, source: LegalSource?)
    case documentRowsMissing(document: String, field: String, atLeast: Int, found: Int)
    /// The paper says what keeps the step from ending well, as a legal review that finds an element wanting.
    case documentBars(document: String, field: String, found: String, source: LegalSource?)
    /// The record of a collective discussion does not carry a decision (G-COLL).
    case discussion(DiscussionFault)
    /// Enforced at night or on a rest day, without a word of urgency (行政强制法 §43).
    case enforcedAtRest(Instant)
    case evidenceMissing
    case evidenceDayInvalid(Day)
    /// A signature under a record made on site is neither drawn nor refused with a reason, or its file did not come.
    case signatureInvalid(String)
    /// Evidence is obtained by two officers at least (行政处罚法 §42).
    case collectorsMissing(found: Int)
    case recordingFileMissing
    /// It began later than now, or is longer than a recording can be.
    case recordingTimeInvalid(Instant, minutes: Int)
    /// The step was neither done nor waits.
    case recordingStepUnknown(Step.ID)
    case sanctionFault(SanctionFault)
    /// Too grave for the procedure on the spot (G-SIMPLE).
    case notSimple(SanctionLimits.SimpleBar)
    /// A hearing must be offered, which this process does not foresee (G-HEAR).
    case hearingDue(Sanction, TableInForce.Answer)
    /// The decision must pass the legal review first (G-LEGAL).
    case legalReviewDue(TableInForce.Answer)
    /// The agency's own catalog wants the decision reviewed first (G-LEGAL); a process may not foresee that.
    case listedReviewDue(ground: String, version: Int, isForeseen: Bool)
    /// A table of rules leaves the step this outcome only.
    case outcomeDemanded(StepOutcome, TableInForce.Answer)
    /// By what the application states, the item's conditions are not met (行政许可法 §38).
    case notEligible(ItemRules.Verdict)
    /// The discretion benchmark of the item stops it (G-RANGE).
    case weighing(WeighingRefusal)
    case notProposed
    /// Goes beyond what the party was told (G-NOTICE, G-NOHEAVIER).
    case heavierThanTold(SanctionExcess)
    /// The same act was fined by the decision named (行政处罚法 §29).
    case finedBefore(number: String)
    case paymentDayInvalid(Day)
    case paymentShort(expected: Money, found: Money)
    case performance(PerformanceFault)
    /// What is sealed or seized cannot be dealt with so (G-SEAL).
    case holding(HoldingFault)
    /// The court cannot be asked to enforce.
    case enforcement(EnforcementFault)
    /// A hearing would come too soon after its notice.
    case hearing(HearingFault)
    /// The step was given to the officer named.
    case assignedToOther(step: Step.ID, officer: String)
    /// The step is with the officer already.
    case assigneeUnchanged(step: Step.ID)
    /// Nobody has the step, so that nobody gives it back.
    case stepFree(step: Step.ID)
    /// Who helps with the case does none of its steps.
    case assistsOnly(officer: String)
    /// Nobody is added or released, or somebody who already helps, or does not.
    case assistantsUnchanged
    /// The officer did not do the last step, or it no longer counts.
    case nothingToRecall
    /// Somebody has taken the step that followed.
    case nextStepBegun(step: Step.ID, done: Step.ID)
    case nothingCorrected
    /// A slip of the pen is corrected; another penalty is another decision.
    case correctionChangesPenalty([Sanction])
    case alreadyRevoked(on: Day)
    /// It is withdrawn where it would be revoked, or the other way round.
    case revocation(RevocationFault)
    /// The item was abolished or its basis fell, and nobody decided which law applies (立法法 §104).
    case transitionUndecided([FallenGround])
    /// It was decided that the case is ended; nothing else is done outward.
    case transitionEnds
    /// Why cases are not merged, or one is not split.
    case merging(MergingFault)
    /// Why a case does not go to another agency.
    case handover(HandoverFault)
    /// Why a recusal is not asked for or decided so.
    case recusal(RecusalFault)
    /// Why the legal review is not done, answered or settled so.
    case legalReview(LegalReviewFault)
    /// Why jurisdiction is not disputed, reported or designated so, or what waits for it.
    case dispute(DisputeFault)
    /// Why a decision is not declared void, or nothing paid back.
    case voiding(VoidFault)
    /// Why a matter is not decided anew.
    case reopening(ReopeningFault)
    /// Why a message is not sent in a case.
    case message(MessageFault)
    /// Why a permit is not renewed or changed so.
    case followUp(FollowUpFault)
    /// Another verb does what the ground names.
    case groundIsVerb(CaseVerb)
    /// Nothing fell, or it was decided already.
    case noTransition
    /// Only a permit that was granted is struck off.
    case noPermit
    case alreadyCancelled(on: Day)
    /// The ground is not there: the permit has not run out, or was not revoked.
    case cancellationGroundMissing(PermitCancelled.Ground, validThrough: Day?)
    /// The case stays under its version of the process.
    case notMigrated(MigrationBar)
    case textTooLong(field: String, limit: Int, found: Int)
}
