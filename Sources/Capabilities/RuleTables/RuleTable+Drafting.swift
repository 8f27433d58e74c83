package import DecisionTables
package import EventLog
package import Kernel

/// The decisions about a draft: pure, from the table's state and who acts.
extension RuleTable {
    package func drafting(
        _ content: DecisionTable,
        basis: String,
        for terms: TableTerms,
        by actor: Actor
    ) throws(RuleTableError) -> RuleTableEvent {
        try requireOfficer(actor)
        if let foreign = terms.foreign(in: content) { throw foreign }
        guard isStated(basis) else { throw .basisMissing }
        if draft?.content == content, draft?.basis == basis { throw .unchanged }
        return .drafted(RuleTableDrafted(content: content, basis: basis))
    }

    package func returning(by actor: Actor, reason: String) throws(RuleTableError) -> RuleTableEvent {
        _ = try requireOther(actor)
        guard isStated(reason) else { throw .reasonMissing }
        return .returned(RuleTableReturned(reason: reason))
    }

    /// Returns the fact that the draft is in force from a day, put so by someone who had no hand in it.
    package func enacting(
        from day: Day,
        for terms: TableTerms,
        by actor: Actor,
        today: Day
    ) throws(RuleTableError) -> RuleTableEvent {
        let draft = try requireOther(actor)
        if let foreign = terms.foreign(in: draft.content) { throw foreign }
        let faults = draft.content.check()
        guard faults.isEmpty else { throw .unproved(faults) }
        let earliest = versions.last.map { max(today, $0.inForceFrom + 1) } ?? today
        guard day >= earliest else { throw .dayTooEarly(found: day, earliest: earliest) }
        return .enacted(
            RuleTableEnacted(
                number: Open(versions.count + 1),
                content: Open(draft.content),
                basis: Open(draft.basis),
                inForceFrom: Open(day)
            )
        )
    }

    private func requireOther(_ actor: Actor) throws(RuleTableError) -> Draft {
        try requireOfficer(actor)
        guard let draft else { throw .notDrafted }
        guard !draft.authors.contains(actor.id) else { throw .samePerson(actor.id) }
        return draft
    }

    private func requireOfficer(_ actor: Actor) throws(RuleTableError) {
        guard actor.kind == .officer else { throw .officerRequired(found: actor.kind) }
    }

    private func isStated(_ text: String) -> Bool { !text.allSatisfy(\.isWhitespace) }
}
