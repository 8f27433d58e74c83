import Casework
package import Database
package import EventLog
import Kernel

/// One row an archived dossier, with what its keepers look for.
package struct DossierProjection: Projection {
    package let name = "dossiers"
    package let version = 1
    package let tables = [
        ProjectionTable(
            "dossier",
            rows: { realm in
                """
                SELECT case_id, number, agency, archived_on, retention, kept_through, digest, borrower, lent_on, due_on
                  FROM dossier
                 WHERE realm = \(realm)
                 ORDER BY case_id
                """
            }
        )
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let (realm, id) = (event.realm, event.envelope.stream.key)
        switch event.as(DossierEvent.self) {
        case .archived(let given)?:
            return [
                """
                INSERT INTO dossier (realm, case_id, number, agency, archived_on, retention, kept_through, digest,
                                     borrower, lent_on, due_on)
                VALUES (\(realm), \(id), \(given.number), \(given.agency), \(given.archivedOn),
                        \(given.retention.text), \(given.keptThrough.sqlValue), \(given.digest), NULL, NULL, NULL)
                """
            ]
        case .lent(let given)?:
            return [
                """
                UPDATE dossier
                   SET borrower = \(given.borrower),
                       lent_on = \(given.lentOn),
                       due_on = \(given.dueOn)
                 WHERE realm = \(realm)
                   AND case_id = \(id)
                """
            ]
        case .returned?:
            return [
                """
                UPDATE dossier
                   SET borrower = NULL,
                       lent_on = NULL,
                       due_on = NULL
                 WHERE realm = \(realm)
                   AND case_id = \(id)
                """
            ]
        case nil: return []
        }
    }
}

enum DossierSchema {
    static let migrations = [
        Migration(
            "2026_11_28_461_CreateDossier",
            [
                """
                CREATE TABLE dossier (
                    realm BIGINT NOT NULL,
                    case_id TEXT NOT NULL,
                    number TEXT NOT NULL,
                    agency TEXT NOT NULL,
                    archived_on TEXT NOT NULL,
                    retention TEXT NOT NULL,
                    kept_through TEXT,
                    digest TEXT NOT NULL,
                    borrower TEXT,
                    lent_on TEXT,
                    due_on TEXT,
                    PRIMARY KEY (realm, case_id),
                    CHECK ((borrower IS NULL) = (due_on IS NULL))
                )
                """,
                """
                CREATE INDEX dossier_by_agency
                    ON dossier (realm, agency, archived_on, case_id)
                """,
            ]
        )
    ]
}
