package import Database
package import EventLog
import Kernel

/// Drafts and published versions as rows: one each.
package struct ProcessProjection: Projection {
    package let name = "process"
    package let version = 1
    package let tables = [
        ProjectionTable(
            "process_draft",
            rows: { realm in
                """
                SELECT id, process, number, name, category, stage, changed_at
                  FROM process_draft
                 WHERE realm = \(realm)
                 ORDER BY id
                """
            }
        ),
        ProjectionTable(
            "process_version",
            rows: { realm in
                """
                SELECT process, number, name, category, published_on
                  FROM process_version
                 WHERE realm = \(realm)
                 ORDER BY process, number
                """
            }
        ),
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        switch event.as(ProcessDraftEvent.self) {
        case .drafted(let drafted)?: return drafting(drafted.content.definition, event)
        case .submitted?: return [stage(.submitted, event)]
        case .returned?: return [stage(.drafted, event)]
        case .published?: return [stage(.published, event)]
        case nil: break
        }
        guard case .published(let published)? = event.as(ProcessEvent.self) else { return [] }
        let definition = published.definition
        let day = event.envelope.occurred.at.day
        return [
            """
            INSERT INTO process_version (realm, process, number, name, category, published_on)
            VALUES (\(event.realm), \(definition.id.text), \(definition.version), \(definition.name),
                    \(definition.category.rawValue), \(day))
            """
        ]
    }

    private func drafting(_ definition: ProcessDefinition, _ event: RecordedEvent) -> [SQL] {
        let id = event.envelope.stream.key
        return [
            "DELETE FROM process_draft WHERE realm = \(event.realm) AND id = \(id)",
            """
            INSERT INTO process_draft (realm, id, process, number, name, category, stage, changed_at)
            VALUES (\(event.realm), \(id), \(definition.id.text), \(definition.version), \(definition.name),
                    \(definition.category.rawValue), \(ProcessDraft.Stage.drafted.rawValue),
                    \(event.envelope.recordedAt))
            """,
        ]
    }

    private func stage(_ stage: ProcessDraft.Stage, _ event: RecordedEvent) -> SQL {
        """
        UPDATE process_draft
           SET stage = \(stage.rawValue),
               changed_at = \(event.envelope.recordedAt)
         WHERE realm = \(event.realm)
           AND id = \(event.envelope.stream.key)
        """
    }
}
