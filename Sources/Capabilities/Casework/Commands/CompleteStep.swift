package import EventLog
import Kernel
package import Processes
import TimeLimits

/// Does one step of a case: the officer's act, with what its outcome needs in law.
///
/// Accepting, proposing, reviewing, deciding, serving and filing are all steps; the process says which may be done now,
/// by which post and with which outcomes, and the guards say whether the law lets this officer do it today.
package struct CompleteStep: Command {
    package static let name = "CompleteStep"
    package let caseFile: CaseFile.ID
    /// The version of the case that the officer saw.
    package let seen: Int
    package let step: Step.ID
    package let outcome: StepOutcome.ID
    package let opinion: String
    package let details: StepDetails
    /// Officers who act along where the law wants two.
    package let companions: [String]

    package init(
        caseFile: CaseFile.ID,
        seen: Int,
        step: Step.ID,
        outcome: StepOutcome.ID,
        opinion: String,
        details: StepDetails = .none,
        companions: [String] = []
    ) {
        self.caseFile = caseFile
        self.seen = seen
        self.step = step
        self.outcome = outcome
        self.opinion = opinion
        self.details = details
        self.companions = companions
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let step = try run.step(step)
        let actor = try CaseAuthority.officer(of: run, companions: companions, in: session)
        try run.requireImpartial(actor, at: step)
        let chosen = try run.state.requireStep(step, outcome, by: actor, on: session.today, in: run.calendar)
        try CaseworkRules.requireText(opinion, "意见", atLeast: CaseworkRules.shortestOpinion)
        try endExcludedTime(of: step, &run)
        try applyEffect(chosen, of: step, &run)
        try run.complete(step.id, chosen.id, opinion: opinion.trimmed, companions: companions)
        try beginExcludedTime(&run)
        return CaseAnswer(run)
    }

    /// What the outcome does in law, beside moving the case on.
    private func applyEffect(_ outcome: StepOutcome, of step: Step, _ run: inout CaseRun) throws {
        if step.kind == .serve { try serve(&run) }
        switch outcome.effect {
        case .accepted: try accept(&run)
        case .correctionNeeded: try requestCorrection(&run)
        case .notRequired, .otherAgency, .notAccepted: try refuseAcceptance(outcome, &run)
        case .granted: try decide(.granted, &run)
        case .refused: try decide(.refused, &run)
        case .withdrawn: try run.append(.withdrawn(ApplicationWithdrawn(reason: opinion.trimmed, position: nil)))
        case .corrected: throw CaseworkError.detailsMissing("补正材料由申请人提交")
        case .correctedOnTheSpot, .interestsConcerned, .publicInterestConcerned, .heard, .hearingRequested,
            .rightsWaived, .hearingHeld, .hearingDropped, .filed, .notFiled, .violationFound, .noViolation,
            .reviewPassed,
            .reviewFailed, .approved, .notApproved, .imposed, .notImposed, .transferred, .objected, .settled,
            .correctionOrdered, nil:
            break
        }
    }

    private func accept(_ run: inout CaseRun) throws {
        try run.append(.accepted(run.acceptance(on: run.session.today, isDeemed: false)))
    }

    private func requestCorrection(_ run: inout CaseRun) throws {
        guard case .correction(let points) = details, !points.isEmpty else { throw CaseworkError.correctionEmpty }
        for point in points {
            try CaseworkRules.requireText(point.explanation, point.material, atLeast: CaseworkRules.shortestOpinion)
        }
        let notice = CorrectionNotice(
            number: run.state.corrections.count + 1,
            points: points,
            notifiedOn: run.session.today
        )
        try run.append(.correctionRequested(CorrectionRequested(notice: ForParty(notice, party: run.opening.party))))
    }

    private func refuseAcceptance(_ outcome: StepOutcome, _ run: inout CaseRun) throws {
        guard case .nonAcceptance(let given) = details else { throw CaseworkError.detailsMissing("不予受理的理由") }
        try CaseworkRules.requireText(given.reasons, "不予受理的理由", atLeast: CaseworkRules.shortestReasons)
        if outcome.effect == .otherAgency, given.competentAgency?.trimmed.isEmpty ?? true {
            throw CaseworkError.detailsMissing("有权受理的机关")
        }
        try run.append(
            .notAccepted(
                ApplicationNotAccepted(
                    effect: outcome.effect ?? .notAccepted,
                    reasons: ForParty(given.reasons.trimmed, party: run.opening.party),
                    competentAgency: given.competentAgency
                )
            )
        )
    }

    /// - Source: Administrative License Law (行政许可法) art. 38 (reasons of a refusal), 39.
    private func decide(_ kind: Decision.Kind, _ run: inout CaseRun) throws {
        guard case .decision(let given) = details else { throw CaseworkError.detailsMissing("决定内容") }
        _ = try run.runningClock()
        try CaseworkRules.requireText(
            given.reasons,
            "理由",
            atLeast: kind == .refused ? CaseworkRules.shortestReasons : 0
        )
        try CaseworkRules.requireText(given.content, "决定内容", atLeast: CaseworkRules.shortestOpinion)
        if let from = given.validFrom, let through = given.validThrough, through < from {
            throw CaseworkError.validityReversed(from: from, through: through)
        }
        let opening = try run.opening
        let today = run.session.today
        let word = kind == .granted ? "许准" : "许不准"
        let number = try NumberSeries.next(
            "decision:\(opening.item.agency):\(kind.rawValue):\(today.year)",
            for: "casefile/\(caseFile.text)",
            in: run.session
        )
        let hasPermit = kind == .granted && opening.item.permitName != nil
        let text = "\(opening.item.agencyShortName)\(word)〔\(today.year)〕\(number)号"
        try run.append(
            .decided(
                DecisionMade(
                    kind: Open(kind),
                    number: Open(text),
                    decidedOn: Open(today),
                    content: Open(given.content.trimmed),
                    validFrom: Open(given.validFrom),
                    validThrough: Open(given.validThrough),
                    permitNumber: Open(hasPermit ? permitNumber(opening, today, number) : nil),
                    reasons: ForParty(given.reasons.trimmed, party: opening.party)
                )
            )
        )
    }

    private func permitNumber(_ opening: CaseFile.Opening, _ today: Day, _ number: Int) -> String {
        let serial = String(number)
        return
            "\(opening.number.prefix(6))\(today.year)\(String(repeating: "0", count: max(0, 6 - serial.count)))\(serial)"
    }

    /// - Source: Administrative License Law (行政许可法) art. 44; Civil Procedure Law (民事诉讼法) art. 87.
    private func serve(_ run: inout CaseRun) throws {
        guard case .service(let given) = details else { throw CaseworkError.detailsMissing("送达方式和日期") }
        let from = try run.state.decision?.decidedOn ?? run.opening.receivedOn
        guard (from...run.session.today).contains(given.servedOn) else {
            throw CaseworkError.serviceDayInvalid(given.servedOn)
        }
        try run.append(.served(DecisionServed(way: given.way, servedOn: given.servedOn, note: given.note)))
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
