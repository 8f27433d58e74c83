import Catalog
package import DecisionTables
import Directory
import EventLog
import Kernel
package import Processes
import RuleTables
package import Sanctions

/// What tables of rules say about a case, and the facts they are told.
extension CaseRun {
    /// Asks the table in force for the case's division today; the act remembers which version it was.
    mutating func ask(_ use: TableUse, _ facts: [String: FEELValue]) throws -> TableInForce.Answer {
        let table = try session.ruleTable(use, in: Division.Code(opening.item.division))
        if !rules.contains(table.citation) { rules.append(table.citation) }
        return table.answer(facts)
    }

    /// How many working days a table that allows a number of them allows; 0 where it allows none.
    mutating func allowedDays(_ use: TableUse, _ facts: (FEELNumber) -> [String: FEELValue]) throws -> Int {
        var allowed = 0
        for days in 1...CaseRun.longestPhase {
            guard try ask(use, facts(FEELNumber(Int64(days)))).applies else { break }
            allowed = days
        }
        return allowed
    }

    private static var longestPhase: Int { 250 }

    /// The first penalty for which a hearing must be offered, and why; `nil` when none calls for it.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 63.
    mutating func hearingGround(
        _ sanctions: [Sanction],
        of party: SanctionedParty
    ) throws -> (sanction: Sanction, answer: TableInForce.Answer)? {
        for sanction in sanctions {
            let amount = sanctions.total(of: sanction.kind) ?? .zero
            let facts: [String: FEELValue] = [
                "sanction": .string(sanction.kind.chinese), "party": .string(party.chinese), "amount": .yuan(amount),
            ]
            let answer = try ask(.hearing, facts)
            if answer.applies { return (sanction, answer) }
        }
        return nil
    }

    /// What must pass the legal review is not decided before it did (G-LEGAL).
    ///
    /// The agency's own catalog in force says so, and for penalties the table of the division beside it. Nothing of the
    /// simple procedure is reviewed.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 58; 国办发〔2018〕118号 part 4.
    mutating func requireReviewed(_ sanctions: [Sanction]) throws {
        guard definition.category != .penaltySimple else { return }
        let hasPassed = state.hasEnded(with: .reviewPassed, at: .legalReview, definition)
        let item = try opening.item
        let list = try session.load(OfficialList.self, item.list(ReviewCatalog.list)).state
        if let catalog = try ReviewCatalog(list, about: item, on: session.today) {
            rules.append("reviews@\(catalog.version)")
            let foresees = definition.steps.contains { $0.kind == .legalReview }
            if !hasPassed, let ground = try catalog.ground(of: decisionFacts(sanctions)) {
                throw CaseworkError.listedReviewDue(ground: ground, version: catalog.version, isForeseen: foresees)
            }
        }
        guard definition.category.isPenalty, !sanctions.isEmpty else { return }
        let answer = try ask(.legalReview, decisionFacts(sanctions).asked)
        if answer.applies, !hasPassed { throw CaseworkError.legalReviewDue(answer) }
    }

    /// Where a table of rules demands an outcome, no other leads on toward a decision.
    mutating func requireDemanded(_ outcome: StepOutcome, at step: Step) throws {
        guard let rule = step.rule, let demanded = step.outcome(rule.demands), demanded != outcome, outcome.passes
        else { return }
        let answer = try ask(rule.table, decisionFacts(state.proposal?.sanctions ?? []).asked)
        if answer.applies { throw CaseworkError.outcomeDemanded(demanded, answer) }
    }

    /// Nothing is granted where the item's table finds, by what the applicant states, that its conditions are not met.
    ///
    /// The tables of the day of receipt decide. What the applicant stated wrongly is put right by supplementing it.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 38 (granted to who meets the conditions).
    mutating func requireEligible() throws {
        guard let verdict = try session.eligibility(of: state) else { return }
        rules.append(verdict.citation)
        guard verdict.isEligible else { throw CaseworkError.notEligible(verdict) }
    }

    func decisionFacts(_ sanctions: [Sanction]) throws -> DecisionFacts {
        state.decisionFacts(sanctions, of: try sanctionedParty(), definition)
    }
}

extension CaseFile {
    /// What of a penalty tells whether it must be reviewed or discussed.
    package func decisionFacts(
        _ sanctions: [Sanction],
        of party: SanctionedParty,
        _ definition: ProcessDefinition
    ) -> DecisionFacts {
        let confiscated = [Sanction.Kind.confiscationOfIncome, .confiscationOfGoods].compactMap(sanctions.total)
        return DecisionFacts(
            party: party,
            fine: sanctions.fine ?? .zero,
            confiscated: confiscated.reduce(.zero, +),
            endsBusiness: sanctions.contains { $0.kind.endsBusiness },
            wasHeard: hasEnded(with: .hearingHeld, at: .hearing, definition),
            isGrave: clue?.isGrave == true
        )
    }

    /// Whether a step of the kind was done, and the doing counts.
    package func hasDone(_ kind: StepKind, _ definition: ProcessDefinition) -> Bool {
        acts.contains { !$0.isVoided && definition.step($0.step)?.kind == kind }
    }

    /// Whether a step of the kind was ended so, and the ending counts.
    package func hasEnded(with effect: OutcomeEffect, at kind: StepKind, _ definition: ProcessDefinition) -> Bool {
        let last = acts.last { !$0.isVoided && definition.step($0.step)?.kind == kind }
        return last.map { definition.step($0.step)?.outcome($0.outcome)?.effect == effect } ?? false
    }
}

extension DecisionFacts {
    /// What a table may look at, by the names it has for them.
    package var asked: [String: FEELValue] {
        [
            "party": .string(party.chinese),
            "fine": .yuan(fine),
            "confiscated": .yuan(confiscated),
            "endsBusiness": .boolean(endsBusiness),
            "heard": .boolean(wasHeard),
            "grave": .boolean(isGrave),
        ]
    }
}

extension FEELValue {
    fileprivate static func yuan(_ money: Money) -> FEELValue { .number(FEELNumber(money.description) ?? .zero) }
}
