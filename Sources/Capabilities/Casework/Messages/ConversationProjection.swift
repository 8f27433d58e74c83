package import Database
package import EventLog
import Kernel

/// One row a case in which somebody wrote: since when the party waits for an answer; nothing of what was written.
package struct ConversationProjection: Projection {
    package let name = "case-conversations"
    package let version = 1
    package let tables = [
        ProjectionTable(
            "case_conversation",
            rows: { realm in
                """
                SELECT case_id, case_number, agency, waiting_since
                  FROM case_conversation
                 WHERE realm = \(realm)
                 ORDER BY case_id
                """
            }
        )
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        guard case .sent(let sent)? = event.as(ConversationEvent.self) else { return [] }
        let (realm, id, at) = (event.realm, event.envelope.stream.key, event.envelope.recordedAt)
        let since: SQL = sent.from != .agency ? "COALESCE(case_conversation.waiting_since, \(at))" : "NULL"
        return [
            """
            INSERT INTO case_conversation (realm, case_id, case_number, agency, waiting_since)
            VALUES (\(realm), \(id), \(sent.caseNumber), \(sent.agency), \(sent.from != .agency ? at : nil))
                ON CONFLICT (realm, case_id) DO UPDATE
               SET agency = \(sent.agency), waiting_since = \(since)
            """
        ]
    }
}

extension CaseworkSchema {
    /// The cases in which somebody wrote.
    static let conversations = Migration(
        "2026_11_29_507_CreateCaseConversations",
        [
            """
            CREATE TABLE case_conversation (
                realm BIGINT NOT NULL,
                case_id TEXT NOT NULL,
                case_number TEXT NOT NULL,
                agency TEXT NOT NULL,
                waiting_since BIGINT,
                PRIMARY KEY (realm, case_id)
            )
            """,
            "CREATE INDEX case_conversation_by_waiting ON case_conversation (realm, agency, waiting_since, case_id)",
        ]
    )
}
