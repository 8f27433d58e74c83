import Casework
import Catalog
import Directory
import EventLog
package import Kernel
import Parties
import Processes
import RuleTables
package import Sanctions

/// What the law wants before a penalty is imposed, and what of it was done.
package struct ImposedPenalty: Hashable, Sendable {
    /// Whom it meets; `nil` when nobody knows any more.
    package var party: SanctionedParty?
    package var wasTold = true
    package var wasReviewed = true
    package var wasDiscussed = true
    /// Why it must pass the legal review; `nil` where it need not.
    package var reviewDue: String?
    /// Why those in charge must discuss it together; `nil` where they need not.
    package var discussionDue: String?

    package init(party: SanctionedParty? = nil) {
        self.party = party
    }

    /// The facts every finding about what was left out shows.
    func facts(of decision: Decision) -> [FindingFact] {
        [
            FindingFact("决定日", decision.decidedOn.description), FindingFact("决定文号", decision.number),
            FindingFact("处罚", decision.sanctions.chinese),
        ]
    }
}

/// What was received of what a decision imposes.
package struct ReceivedPayment: Hashable, Sendable {
    package let owed: Money
    /// What late payment cost besides, by the day of payment.
    package let surcharge: Money
    /// With what was paid of the surcharge.
    package let received: Money
    package let lastOn: Day
    /// Whether the step of paying says that everything was paid.
    package let isSettled: Bool

    package init(owed: Money, surcharge: Money = .zero, received: Money, lastOn: Day, isSettled: Bool) {
        self.owed = owed
        self.surcharge = surcharge
        self.received = received
        self.lastOn = lastOn
        self.isSettled = isSettled
    }

    /// Returns `nil` while nothing was received, and where nothing but money's worth was imposed.
    init?(_ state: CaseFile, _ definition: ProcessDefinition) {
        guard let owed = state.owed(definition), let last = state.payments.last else { return nil }
        self.owed = owed
        surcharge = state.payments.reduce(.zero) { $0 + $1.surcharge }
        received = state.payments.reduce(.zero) { $0 + $1.amount }
        lastOn = last.paidOn
        isSettled = state.acts.contains { act in
            guard !act.isVoided, let step = definition.step(act.step), step.kind == .pay else { return false }
            return step.outcome(act.outcome)?.effect != .transferred
        }
    }
}

extension StateSource {
    /// Reads what a penalty needed before it was imposed, by the tables and lists of the day of the decision.
    ///
    /// Returns `nil` before one is imposed, and for every other decision.
    func imposedPenalty(of state: CaseFile, _ definition: ProcessDefinition) throws -> ImposedPenalty? {
        guard definition.category.isPenalty, let decision = state.decision, decision.kind == .imposed,
            let opening = state.opening
        else { return nil }
        let kind = try load(PartyEntry.self, opening.party).state.party?.kind
        var penalty = ImposedPenalty(party: kind.map { $0 == .organization ? .organization : .citizen })
        penalty.wasTold = state.noticeServedOn != nil || state.hasDone(.notice, definition)
        guard definition.category != .penaltySimple else { return penalty }
        penalty.wasReviewed = state.hasEnded(with: .reviewPassed, at: .legalReview, definition)
        penalty.wasDiscussed = state.hasDone(.discuss, definition)
        // Whose kind nobody knows is held to the higher thresholds: nothing is found that may be unfounded.
        let facts = state.decisionFacts(decision.sanctions, of: penalty.party ?? .organization, definition)
        let list = try load(OfficialList.self, opening.item.list(ReviewCatalog.list)).state
        penalty.reviewDue =
            try ReviewCatalog(list, about: opening.item, on: decision.decidedOn)?.ground(of: facts)
            ?? ground(.legalReview, facts, opening.item, on: decision.decidedOn)
        penalty.discussionDue = try ground(.discussion, facts, opening.item, on: decision.decidedOn)
        return penalty
    }

    /// Why a table says yes; `nil` where it says no.
    private func ground(_ use: TableUse, _ facts: DecisionFacts, _ item: ItemPin, on day: Day) throws -> String? {
        let table = try TableInForce.find(use, in: Division.Code(item.division), on: day) {
            try load(RuleTable.self, $0).state
        }
        let answer = table.answer(facts.asked)
        return answer.applies ? answer.ground : nil
    }
}
