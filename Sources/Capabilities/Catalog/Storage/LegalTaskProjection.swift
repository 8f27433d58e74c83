package import Database
package import EventLog
import Kernel
import Law

/// What changes of law made somebody's task, a row a task and stretch of days.
///
/// Renewed when a statute changes, when an item is published or abolished, and when a task is answered or decided. What
/// the law became is read from the library's rows, which stand before these in every round (decision 62).
package struct LegalTaskProjection: Projection {
    package let name = "legal_task"
    package let tables = [
        ProjectionTable(
            "legal_task",
            rows: { realm in
                """
                SELECT item, change, shown_from, shown_until, code, name, agency, division, progress, due
                  FROM legal_task
                 WHERE realm = \(realm)
                 ORDER BY item, change, shown_from
                """
            }
        ),
        ProjectionTable(
            "legal_task_answer",
            rows: { realm in
                """
                SELECT item, change, progress, since
                  FROM legal_task_answer
                 WHERE realm = \(realm)
                 ORDER BY item, change
                """
            }
        ),
        ProjectionTable(
            "legal_task_version",
            rows: { realm in
                """
                SELECT item, number, code, name, agency, division, bases, in_force_from, in_force_until
                  FROM legal_task_version
                 WHERE realm = \(realm)
                 ORDER BY item, number
                """
            }
        ),
        ProjectionTable(
            "legal_task_statute",
            rows: { realm in
                """
                SELECT statute, item
                  FROM legal_task_statute
                 WHERE realm = \(realm)
                 ORDER BY statute, item
                """
            }
        ),
    ]

    /// How many items are renewed in one round.
    private static let roundLength = 500
    private static let logic = 1

    private let rules: Result<LegalTaskRules, LegalTaskRules.Fault>

    /// - Parameter rules: within how many days tasks are answered; those that ship when `nil`.
    package init(_ rules: LegalTaskRules? = nil) {
        self.rules = Result { () throws(LegalTaskRules.Fault) -> LegalTaskRules in
            if let rules { rules } else { try .shipped() }
        }
    }

    /// The days are data: other days make other rows.
    package var version: Int { ((try? rules.get().mark) ?? 0) << 8 | Self.logic }

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        if let statute = event.as(StatuteEvent.self) { return try renewal(after: statute, event, own) }
        guard let fact = event.as(PowerItemEvent.self) else { return [] }
        let item = event.envelope.stream.key
        switch fact {
        case .published(let published):
            return try publication(
                published.content.value,
                number: published.number.value,
                from: published.inForceFrom.value,
                event,
                own
            )
        case .exempted(let exempted):
            return try publication(exempted.content, number: exempted.number, from: exempted.inForceFrom, event, own)
        case .abolished(let abolished):
            return try change(of: item, event, own) { affected in affected.end(on: abolished.from) }
        case .lawAnswered(let answered):
            return try answer(to: answered.change, .answered, event, own)
        case .lawDecided(let decided):
            return try answer(to: decided.change, decided.isAgreed ? .decided : .open, event, own)
        case .imported, .drafted, .submitted, .returned, .confirmed, .agreed: return []
        }
    }

    /// The first version of a statute changes nothing for anybody.
    private func renewal(after event: StatuteEvent, _ record: RecordedEvent, _ own: any SQLReader) throws -> [SQL] {
        guard LegalChange(event, of: record.envelope.stream.key) != nil else { return [] }
        let items: [String] = try own.rows(
            """
            SELECT item
              FROM legal_task_statute
             WHERE realm = \(record.realm)
               AND statute = \(record.envelope.stream.key)
             ORDER BY item
            """
        ).map { row in try row["item"] }
        let comparisons = StatuteComparisons()
        return try stride(from: 0, to: items.count, by: Self.roundLength).flatMap { start in
            let round = Array(items[start...].prefix(Self.roundLength))
            let affected = try AffectedItem.read(round, in: record.realm, own)
            let statutes = try own.changedStatutes(among: affected.flatMap(\.statutes), in: record.realm)
            return try affected.flatMap { try $0.tasks(under: statutes, within: rules.get(), comparisons) }
        }
    }

    private func publication(
        _ content: ItemContent,
        number: Int,
        from: Day,
        _ event: RecordedEvent,
        _ own: any SQLReader
    ) throws -> [SQL] {
        let item = event.envelope.stream.key
        let version = AffectedItem.Version(number: number, content, from: from)
        let renewed = try change(of: item, event, own) { $0.add(version) }
        return renewed + [version.insertion(of: item, in: event.realm)]
            + Set(content.bases.map(\.statute)).sorted().map { statute -> SQL in
                """
                INSERT INTO legal_task_statute (realm, statute, item)
                VALUES (\(event.realm), \(statute), \(item))
                    ON CONFLICT (realm, statute, item) DO NOTHING
                """
            }
    }

    private func answer(
        to change: LegalChange,
        _ progress: LegalTask.Progress,
        _ event: RecordedEvent,
        _ own: any SQLReader
    ) throws -> [SQL] {
        let item = event.envelope.stream.key
        let day = event.envelope.occurred.at.day
        let kept: SQL = """
            INSERT INTO legal_task_answer (realm, item, change, progress, since)
            VALUES (\(event.realm), \(item), \(change.text), \(progress.rawValue), \(day))
                ON CONFLICT (realm, item, change) DO UPDATE SET progress = excluded.progress, since = excluded.since
            """
        return try [kept] + self.change(of: item, event, own) { $0.answers[change.text] = (progress, day) }
    }

    /// Returns the statements that renew an item's tasks after `body` has changed what is known of it.
    private func change(
        of item: String,
        _ event: RecordedEvent,
        _ own: any SQLReader,
        _ body: (inout AffectedItem) -> Void
    ) throws -> [SQL] {
        var affected =
            try AffectedItem.read([item], in: event.realm, own).first ?? AffectedItem(item: item, realm: event.realm)
        body(&affected)
        let statutes = try own.changedStatutes(among: affected.statutes, in: event.realm)
        return try affected.ends + affected.tasks(under: statutes, within: rules.get(), StatuteComparisons())
    }
}
