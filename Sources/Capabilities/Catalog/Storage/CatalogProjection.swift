import Codes
package import Database
package import EventLog
import Kernel
import Law

/// The catalog as rows: one an item, one a version of it.
package struct CatalogProjection: Projection {
    package let name = "catalog"
    package let version = 4
    package let tables = [
        ProjectionTable(
            "power_item",
            rows: { realm in
                """
                SELECT id, code, name, main_name, category, local_category, agency_id, agency_name, division, standing,
                       draft_stage, version, in_force_from, in_force_until, source, imported_on, doubt_count, terms,
                       levels, position
                  FROM power_item
                 WHERE realm = \(realm)
                 ORDER BY id
                """
            }
        ),
        ProjectionTable(
            "power_item_version",
            rows: { realm in
                """
                SELECT item, number, in_force_from, in_force_until, published_on, is_public, position
                  FROM power_item_version
                 WHERE realm = \(realm)
                 ORDER BY item, number
                """
            }
        ),
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        switch event.as(PowerItemEvent.self) {
        case .imported(let imported)?:
            return [
                insertion(
                    event,
                    imported.listing.value.content,
                    standing: .imported,
                    draftStage: nil,
                    source: imported.source.value,
                    doubts: imported.doubts.value.count
                )
            ]
        case .drafted(let drafted)?: return try draft(drafted.content, event, own)
        case .submitted?: return [stage("submitted", event)]
        case .returned?: return [stage("drafted", event)]
        // Who waits for whose consent is in the draft; the row says that the legal office is done.
        case .confirmed(let confirmed)?:
            return [stage("confirmed", event)] + (confirmed.code.map { [code($0, event)] } ?? [])
        case .agreed?: return [stage("confirmed", event)]
        case .published(let published)?:
            return publication(
                published.content.value,
                number: published.number.value,
                from: published.inForceFrom.value,
                .published,
                event
            )
        case .exempted(let exempted)?:
            return publication(exempted.content, number: exempted.number, from: exempted.inForceFrom, .exempt, event)
        case .abolished(let abolished)?: return abolition(abolished, event)
        // What changes of law mean is worked out when it is asked for.
        case .lawAnswered?, .lawDecided?, nil: return []
        }
    }

    private func insertion(
        _ event: RecordedEvent,
        _ content: ItemContent,
        standing: ItemStanding,
        draftStage: String?,
        source: String?,
        doubts: Int
    ) -> SQL {
        let importedOn = source == nil ? nil : event.envelope.occurred.at.day
        return SQL(
            """
            INSERT INTO power_item
                   (realm, id, code, name, main_name, category, local_category, agency_id, agency_name, division,
                    standing, draft_stage, version, source, imported_on, doubt_count, terms, levels, position)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?)
            """,
            [
                event.realm.sqlValue, .text(event.envelope.stream.key), .text(content.code), .text(content.name),
                content.mainName.sqlValue, .text(content.category.rawValue), (content.local?.chinese).sqlValue,
                (content.agency?.id).sqlValue, (content.agency?.name).sqlValue, content.division.sqlValue,
                .text(standing.rawValue),
                draftStage.sqlValue, source.sqlValue, importedOn.sqlValue, doubts.sqlValue, .text(content.terms),
                .integer(content.levelBits), event.position.sqlValue,
            ]
        )
    }

    /// The draft of a new item makes its row; any other only marks it, since what is public stays until publication.
    private func draft(_ content: ItemContent, _ event: RecordedEvent, _ own: any SQLReader) throws -> [SQL] {
        let id = event.envelope.stream.key
        let standing: String? = try own.value(
            "SELECT standing FROM power_item WHERE realm = \(event.realm) AND id = \(id)"
        )
        guard let standing else {
            return [
                insertion(event, content, standing: .unpublished, draftStage: "drafted", source: nil, doubts: 0)
            ]
        }
        guard standing == ItemStanding.unpublished.rawValue else { return [stage("drafted", event)] }
        return [
            """
            UPDATE power_item
               SET code = \(content.code), name = \(content.name), main_name = \(content.mainName.sqlValue),
                   category = \(content.category.rawValue), local_category = \((content.local?.chinese).sqlValue),
                   agency_id = \((content.agency?.id).sqlValue), agency_name = \((content.agency?.name).sqlValue), division = \(content.division.sqlValue),
                   draft_stage = 'drafted', terms = \(content.terms), levels = \(content.levelBits),
                   position = \(event.position)
             WHERE realm = \(event.realm)
               AND id = \(id)
            """
        ]
    }

    private func stage(_ stage: String, _ event: RecordedEvent) -> SQL {
        """
        UPDATE power_item
           SET draft_stage = \(stage), position = \(event.position)
         WHERE realm = \(event.realm)
           AND id = \(event.envelope.stream.key)
        """
    }

    /// The row of an item that was never published bears the code it is given.
    private func code(_ code: String, _ event: RecordedEvent) -> SQL {
        """
        UPDATE power_item
           SET code = \(code)
         WHERE realm = \(event.realm)
           AND id = \(event.envelope.stream.key)
           AND standing = 'unpublished'
        """
    }

    private func publication(
        _ content: ItemContent,
        number: Int,
        from: Day,
        _ standing: ItemStanding,
        _ event: RecordedEvent
    ) -> [SQL] {
        let id = event.envelope.stream.key
        let item: SQL = """
            UPDATE power_item
               SET code = \(content.code), name = \(content.name), main_name = \(content.mainName.sqlValue),
                   category = \(content.category.rawValue), local_category = \((content.local?.chinese).sqlValue),
                   agency_id = \((content.agency?.id).sqlValue), agency_name = \((content.agency?.name).sqlValue), division = \(content.division.sqlValue),
                   standing = \(standing.rawValue), draft_stage = NULL, version = \(number),
                   in_force_from = \(from), in_force_until = NULL, terms = \(content.terms),
                   levels = \(content.levelBits), position = \(event.position)
             WHERE realm = \(event.realm)
               AND id = \(id)
            """
        let version: SQL = """
            INSERT INTO power_item_version (realm, item, number, in_force_from, published_on, is_public, position)
            VALUES (\(event.realm), \(id), \(number), \(from), \(event.envelope.occurred.at.day),
                    \(standing == .published), \(event.position))
            """
        return [item, end(id, before: number, on: from, event), version]
    }

    private func abolition(_ abolished: ItemAbolished, _ event: RecordedEvent) -> [SQL] {
        let id = event.envelope.stream.key
        let item: SQL = """
            UPDATE power_item
               SET standing = CASE WHEN standing IN ('exempt', 'unpublished') THEN standing ELSE 'abolished' END,
                   in_force_until = \(abolished.from), draft_stage = NULL, position = \(event.position)
             WHERE realm = \(event.realm)
               AND id = \(id)
            """
        return [item, end(id, before: Int(Int32.max), on: abolished.from, event)]
    }

    /// Ends the version that is open.
    private func end(_ id: String, before number: Int, on day: Day, _ event: RecordedEvent) -> SQL {
        """
        UPDATE power_item_version
           SET in_force_until = \(day)
         WHERE realm = \(event.realm)
           AND item = \(id)
           AND number < \(number)
           AND in_force_until IS NULL
        """
    }
}

extension ItemContent {
    /// What it is found by beside its names, a line each: materials, statutes, its local category.
    fileprivate var terms: String {
        var seen: Set<String> = []
        let named = (materials ?? []).map(\.name) + bases.map(\.law) + [local?.chinese].compactMap(\.self)
        return named.filter { !$0.isEmpty && seen.insert($0).inserted }
            .map { $0.replacing("\n", with: " ") }.joined(separator: "\n")
    }

    fileprivate var levelBits: Int64 { Int64(EntryColumns.bits(Set(levels ?? []))) }
}
