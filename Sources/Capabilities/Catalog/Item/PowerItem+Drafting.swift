package import EventLog
package import Kernel

/// The decisions about a draft: pure, from the item's state and who acts.
extension PowerItem {
    /// Returns the fact that a draft was written, for a new item or as the next version.
    package func drafting(
        _ content: ItemContent,
        by actor: Actor,
        reason: String?
    ) throws(CatalogError) -> PowerItemEvent {
        try PowerItem.requireOfficer(actor)
        if let abolition { throw .abolished(on: abolition.from) }
        // A submitted draft lies with the confirmer: it comes back by being returned.
        if let stage = draft?.stage, stage != .drafted { throw .wrongStage(expected: "drafted", found: stage.name) }
        if versions.last?.content == content || draft?.content == content { throw .unchanged }
        guard versions.isEmpty || reason?.isBlank == false else { throw .reasonMissing }
        return .drafted(ItemDrafted(content: content, reason: reason))
    }

    package func submitting(by actor: Actor, note: String?) throws(CatalogError) -> PowerItemEvent {
        try PowerItem.requireOfficer(actor)
        guard let draft, case .drafted = draft.stage else { throw wrongStage("drafted") }
        let faults = draft.content.faults
        guard faults.isEmpty else { throw .incomplete(faults) }
        return .submitted(ItemSubmitted(note: note))
    }

    package func returning(by actor: Actor, reason: String) throws(CatalogError) -> PowerItemEvent {
        try PowerItem.requireOfficer(actor)
        guard case .submitted? = draft?.stage else { throw wrongStage("submitted") }
        guard !reason.isBlank else { throw .reasonMissing }
        return .returned(ItemReturned(reason: reason))
    }

    /// Returns the fact that the draft was confirmed, by someone who neither wrote nor submitted it.
    ///
    /// - Source: 川办发〔2011〕45号 (only what was examined and confirmed enters the catalog).
    package func confirming(by actor: Actor, opinion: String?) throws(CatalogError) -> PowerItemEvent {
        try PowerItem.requireOfficer(actor)
        guard let draft, case .submitted(let submitter, _) = draft.stage else { throw wrongStage("submitted") }
        try PowerItem.requireOther(
            actor,
            as: .confirmer,
            than: draft.drafters.map { ($0, .drafter) } + [(submitter, .submitter)]
        )
        return .confirmed(ItemConfirmed(opinion: opinion))
    }

    /// Returns the fact that the confirmed draft is in force from a day, published or exempt on its recorded ground.
    ///
    /// - Source: 川办发〔2011〕45号 (published before it is exercised).
    package func publishing(from day: Day, by actor: Actor, today: Day) throws(CatalogError) -> PowerItemEvent {
        try PowerItem.requireOfficer(actor)
        guard let draft, case .confirmed(let submitter, let confirmer, _) = draft.stage else {
            throw wrongStage("confirmed")
        }
        try PowerItem.requireOther(
            actor,
            as: .publisher,
            than: draft.drafters.map { ($0, .drafter) } + [(submitter, .submitter), (confirmer, .confirmer)]
        )
        let earliest = versions.last.map { max(today, $0.inForceFrom + 1) } ?? today
        guard day >= earliest else { throw .dayTooEarly(found: day, earliest: earliest) }
        let number = versions.count + 1
        return draft.content.secrecy == nil
            ? .published(
                ItemPublished(number: Open(number), content: Open(draft.content), inForceFrom: Open(day))
            )
            : .exempted(ItemExempted(number: number, content: draft.content, inForceFrom: day))
    }

    package func abolishing(
        from day: Day,
        ground: String,
        by actor: Actor,
        today: Day
    ) throws(CatalogError) -> PowerItemEvent {
        try PowerItem.requireOfficer(actor)
        if let abolition { throw .abolished(on: abolition.from) }
        guard !ground.isBlank else { throw .reasonMissing }
        let earliest = versions.last.map { max(today, $0.inForceFrom + 1) } ?? today
        guard day >= earliest else { throw .dayTooEarly(found: day, earliest: earliest) }
        return .abolished(ItemAbolished(from: day, ground: ground))
    }

    private func wrongStage(_ expected: String) -> CatalogError {
        .wrongStage(expected: expected, found: draft?.stage.name ?? "none")
    }

    static func requireOfficer(_ actor: Actor) throws(CatalogError) {
        guard actor.kind == .officer else { throw .officerRequired(found: actor.kind) }
    }

    static func requireOther(
        _ actor: Actor,
        as role: CatalogError.Role,
        than others: [(person: String, role: CatalogError.Role)]
    ) throws(CatalogError) {
        guard let same = others.first(where: { $0.person == actor.id }) else { return }
        throw .samePerson(actor: actor.id, role: role, heldRole: same.role)
    }
}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
