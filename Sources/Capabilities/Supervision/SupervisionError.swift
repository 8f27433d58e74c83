package import DecisionTables
package import Kernel

/// Every refusal of supervision.
package enum SupervisionError: Error, Hashable, Sendable {
    case noSuchCase(String)
    case noSuchFinding(Int)
    case wrongStatus(Int, Finding.Status.Name)
    /// The agency's time to explain is not over, and it has not explained yet.
    case mayStillExplain(until: Day)
    case textMissing(field: String, atLeast: Int)
    case textTooLong(field: String, limit: Int, found: Int)
    /// Only an officer of the agency concerned explains.
    case otherAgency(String)
    case noSuchOrder
    /// Only of a complaint or report that was upheld, in whole or in part, is an order drafted.
    case notUpheld
    case wrongOrderStatus(CorrectionOrder.Status)
    /// The second signature is another person's.
    case sameSupervisor
    case groundMissing
    case groundOnlyInDecision
    /// A decision follows an opinion about the same case that was not obeyed.
    case opinionMissing
    /// The time to correct is not over, and nothing was reported.
    case mayStillCorrect(until: Day?)
    /// No act of the case with this number was recorded after the order.
    case noSuchAct(Int)
    case objectionTooLate(last: Day)
    case alreadyObjected
    case noObjection
    /// A setting names neither a level nor a threshold.
    case nothingSet
    case noSuchNumber(RuleCode, String)
    /// Rules that compare cases are set by division, category and item.
    case stepNotCompared(RuleCode)
    case outOfLimits(RuleNumber, found: Int)
    case beginsInThePast(Day)
    case noSuchSetting(Int)
    case settingEnded(Int)
    /// Supervisors set parameters for their own division and what lies in it.
    case otherDivision(String)
    case monthNotOver(ScoreMonth)
    case alreadyDrafted(ScoreMonth)
    /// There is no draft of the month, or it is frozen.
    case scoresNotOpen(ScoreMonth)
    /// No fact of the draft stands at that place of the log.
    case noSuchPoint
    case mayStillObject(through: Day)
    /// No scheme of the file has this name.
    case noSuchScheme(String)
    /// A scheme holds for months that have not begun.
    case schemeBegun(ScoreMonth)
    case objectionsOpen
    /// The name of a written rule is of another form.
    case notALocalCode(String)
    case noSuchRule(RuleCode, Int)
    case wrongRuleStage(WrittenRules.Stage)
    /// A rule looks at what is no fact of a case.
    case foreignFact(String)
    case unproved([TableFault], DecisionTable)
    /// A rule is tried on history before it runs.
    case notTried(RuleCode)
    /// A draft is tried once at a time.
    case trialUnderWay(RuleCode)
    /// There is no trial that could be stopped, or whose result could be noted: it was stopped, or the draft changed.
    case noTrial(RuleCode)
    case ruleOfOtherDivision(RuleCode, String)
    /// A rule goes live by another supervisor than its authors.
    case sameAuthor
    /// A bulletin tells about a period that is over.
    case periodNotOver(BulletinPeriod)
    /// Who proposes a bulletin does not review it.
    case ownProposal
    /// No bulletin waits for a reviewer.
    case nothingProposed
    case notPublished(BulletinPeriod)
    /// A patrol is entered within some days, and not before it is made.
    case patrolDay(first: Day, last: Day, found: Day)
    /// The log of an agency's own supervisors has only that agency.
    case patrolElsewhere(String)
    case noSuchAgency(String)
    /// The agency holds no item of this code in force.
    case noSuchItem(String)
    case tooManyEntries(Int)
    /// The agency received cases in the month, the last on this day; there is nothing to explain.
    case monthHasCases(ScoreMonth, last: Day)
    /// The agency has not told in time of an investigation and a correction of its own.
    case notSelfCorrected(Int)
    /// So many files at most bear out an explanation.
    case tooManyFiles(Int)
    /// Judging findings takes a post of supervision.
    case notASupervisor
}
