package import EventLog
package import Kernel

/// The decisions about a draft: pure, from the benchmark's state and who acts.
extension ItemBenchmark {
    /// Returns the fact that a draft was written, of the first or the next version.
    package func drafting(
        _ content: DiscretionBenchmark,
        by actor: Actor,
        reason: String?
    ) throws(DiscretionError) -> BenchmarkEvent {
        try requireOfficer(actor)
        if let stage = draft?.stage, stage != .drafted { throw wrongStage(.drafted) }
        // The order in which circumstances are written says nothing.
        let known = [versions.last?.content, draft?.content].compactMap { $0.map(BenchmarkSheet.init) }
        if known.contains(BenchmarkSheet(content)) { throw .unchanged }
        guard versions.isEmpty || reason.map(isStated) == true else { throw .reasonMissing }
        return .drafted(BenchmarkDrafted(content: content, reason: reason))
    }

    /// Returns the fact that the draft went to the legal office, once it is proved.
    package func submitting(by actor: Actor, note: String?) throws(DiscretionError) -> BenchmarkEvent {
        _ = try require(.drafted, actor)
        return .submitted(BenchmarkSubmitted(note: note))
    }

    package func returning(by actor: Actor, reason: String) throws(DiscretionError) -> BenchmarkEvent {
        try requireOfficer(actor)
        guard draft?.stage == .submitted else { throw wrongStage(.submitted) }
        guard isStated(reason) else { throw .reasonMissing }
        return .returned(BenchmarkReturned(reason: reason))
    }

    /// Returns the fact that the draft was confirmed, by someone who neither wrote nor submitted it.
    ///
    /// - Source: 国办发〔2022〕27号 (legality is reviewed before a benchmark is issued).
    package func confirming(by actor: Actor, opinion: String?) throws(DiscretionError) -> BenchmarkEvent {
        try requireOther(actor, than: try require(.submitted, actor))
        return .confirmed(BenchmarkConfirmed(opinion: opinion))
    }

    /// Returns the fact that the confirmed draft is published and in force from a day.
    ///
    /// - Source: 行政处罚法 art. 34.
    package func publishing(from day: Day, by actor: Actor, today: Day) throws(DiscretionError) -> BenchmarkEvent {
        let draft = try require(.confirmed, actor)
        try requireOther(actor, than: draft)
        let earliest = versions.last.map { max(today, $0.inForceFrom + 1) } ?? today
        guard day >= earliest else { throw .dayTooEarly(found: day, earliest: earliest) }
        return .published(
            BenchmarkPublished(number: Open(versions.count + 1), content: Open(draft.content), inForceFrom: Open(day))
        )
    }

    /// The draft at that stage, proved by the rules of today.
    private func require(_ stage: Draft.Stage, _ actor: Actor) throws(DiscretionError) -> Draft {
        try requireOfficer(actor)
        guard let draft, draft.stage == stage else { throw wrongStage(stage) }
        let faults = draft.content.faults
        guard faults.isEmpty else { throw .unproved(faults) }
        return draft
    }

    private func wrongStage(_ expected: Draft.Stage) -> DiscretionError {
        .wrongStage(expected: expected.name, found: draft?.stage.name ?? "none")
    }

    private func requireOfficer(_ actor: Actor) throws(DiscretionError) {
        guard actor.kind == .officer else { throw .officerRequired(found: actor.kind) }
    }

    private func requireOther(_ actor: Actor, than draft: Draft) throws(DiscretionError) {
        guard !draft.hands.contains(actor.id) else { throw .samePerson(actor.id) }
    }

    private func isStated(_ text: String) -> Bool { !text.allSatisfy(\.isWhitespace) }
}
