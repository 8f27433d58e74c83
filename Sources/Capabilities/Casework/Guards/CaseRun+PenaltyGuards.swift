import EventLog
import Kernel
import Parties
import Processes
import Sanctions

/// What the statute wants before a penalty is proposed and imposed; each refusal names its article.
extension CaseRun {
    mutating func propose(_ given: Proposal, _ weighing: Weighing?) throws {
        try requireSanctions(given.sanctions)
        try CaseworkRules.requireText(given.broken, "违反的规定", atLeast: CaseworkRules.shortestOpinion)
        try CaseworkRules.requireText(given.basis, "处罚依据", atLeast: CaseworkRules.shortestOpinion)
        if definition.category == .penalty,
            let ground = try hearingGround(given.sanctions, of: sanctionedParty())
        {
            throw CaseworkError.hearingDue(ground.sanction, ground.answer)
        }
        let weighed = try weigh(given.sanctions, weighing)
        let party = try opening.party
        try append(
            .proposed(
                PenaltyProposed(
                    proposal: ForParty(given, party: party),
                    weighed: weighed.map { ForParty($0, party: party) }
                )
            )
        )
    }

    /// A penalty says how much and what, and stays within what the procedure allows (G-SIMPLE).
    func requireSanctions(_ sanctions: [Sanction]) throws {
        if let fault = sanctions.fault { throw CaseworkError.sanctionFault(fault) }
        guard definition.category == .penaltySimple else { return }
        if let bar = try SanctionLimits.standard.barToSimple(sanctions, of: sanctionedParty()) {
            throw CaseworkError.notSimple(bar)
        }
    }

    /// Nothing is imposed that the party was not told of, and nothing heavier because it defended itself (G-NOTICE,
    /// G-NOHEAVIER).
    func requireTold(_ sanctions: [Sanction]) throws {
        guard let proposal = state.proposal else { throw CaseworkError.notProposed }
        if let excess = sanctions.excess(over: proposal.sanctions) { throw CaseworkError.heavierThanTold(excess) }
    }

    /// The same act of the same party is not fined twice.
    ///
    /// Acts are the same when item and day are; a decision that was revoked no longer fines.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 29.
    func requireNotTwice(_ sanctions: [Sanction]) throws {
        let days = Set(state.clues.compactMap(\.happenedOn))
        guard sanctions.fine != nil, !days.isEmpty else { return }
        let opening = try opening
        let parties = try session.reader.registrations(of: Party.ID(opening.party), in: session.realm).map(\.text)
        let others = try session.reader.imposedCases(on: parties, under: opening.item.code, in: session.realm)
        for id in others where id != self.id {
            let other = try session.load(CaseFile.self, id.text).state
            guard !days.isDisjoint(with: other.clues.compactMap(\.happenedOn)), let decision = other.decision,
                decision.sanctions.fine != nil
            else {
                continue
            }
            throw CaseworkError.finedBefore(number: decision.number)
        }
    }

    /// Without evidence no act is established; papers that another agency sent along, nobody obtained as evidence.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 40, 46.
    func requireEvidence(at step: Step) throws {
        guard definition.category.isPenalty, step.kind == .conclude,
            state.evidence.allSatisfy(\.collectors.isEmpty)
        else { return }
        throw CaseworkError.evidenceMissing
    }

    /// What was found out too late is not taken up.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 36.
    func requireTimely() throws {
        guard definition.category.isPenalty, let clue = state.clue, let day = clue.endedOn ?? clue.happenedOn else {
            return
        }
        let bar = TimeBar(endedOn: day, isGrave: clue.isGrave)
        guard try bar.allows(foundOn: state.foundOn ?? opening.receivedOn) else {
            throw CaseworkError.timeBarred(lastDay: bar.lastDay, years: bar.years)
        }
    }

    func sanctionedParty() throws -> SanctionedParty {
        let party = try session.load(PartyEntry.self, opening.party).state.party
        return party?.kind == .organization ? .organization : .citizen
    }
}
