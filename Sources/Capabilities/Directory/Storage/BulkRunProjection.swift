import CanonicalJSON
import Database
import EventLog
import Kernel

/// Bulk runs and their rows as they stand, for the page of a run and for whoever does the next row.
struct BulkRunProjection: Projection {
    let name = "bulkRuns"
    let version = 1
    let tables = [
        ProjectionTable(
            "bulk_run",
            rows: { realm in
                """
                SELECT id, act, from_day, reason, division, phase, actor, started_by, started_at, waiting, done, refused,
                       undone, kept
                  FROM bulk_run
                 WHERE realm = \(realm)
                 ORDER BY id
                """
            }
        ),
        ProjectionTable(
            "bulk_row",
            rows: { realm in
                """
                SELECT run, number, name, officer, outcome, reason
                  FROM bulk_row
                 WHERE realm = \(realm)
                 ORDER BY run, number
                """
            }
        ),
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let (realm, id) = (event.realm, event.envelope.stream.key)
        switch event.as(BulkRunEvent.self) {
        case .started(let started)?:
            return [
                """
                INSERT INTO bulk_run
                       (realm, id, act, from_day, reason, division, phase, actor, started_by, started_at, waiting, done,
                        refused, undone, kept)
                VALUES (\(realm), \(id), \(try text(started.act)), \(started.from), \(started.reason),
                        \(started.division), 'running', \(try text(event.envelope.actor)), \(event.envelope.actor.id),
                        \(event.envelope.recordedAt), \(started.rows), 0, 0, 0, 0)
                """
            ]
        case .rowsListed(let listed)?:
            return listed.rows.map { row in
                """
                INSERT INTO bulk_row (realm, run, number, name, officer, outcome, reason)
                VALUES (\(realm), \(id), \(row.number), \(row.name), \(row.target.officer?.text), 'waiting', '')
                """
            }
        case .rowDone(let done)?: return row(done.number, "done", "", id, realm)
        case .rowRefused(let refused)?: return row(refused.number, "refused", refused.reason, id, realm)
        case .stopped?: return ["UPDATE bulk_run SET phase = 'stopped' WHERE realm = \(realm) AND id = \(id)"]
        case .undoBegun?:
            return [
                """
                UPDATE bulk_run
                   SET phase = 'undoing', actor = \(try text(event.envelope.actor))
                 WHERE realm = \(realm)
                   AND id = \(id)
                """
            ]
        case .rowUndone(let undone)?: return row(undone.number, "undone", "", id, realm)
        case .rowKept(let kept)?: return row(kept.number, "kept", kept.reason, id, realm)
        case nil: return []
        }
    }

    /// A row and the figures of its run; the last one ends the run.
    private func row(_ number: Int, _ outcome: String, _ reason: String, _ run: String, _ realm: Realm) -> [SQL] {
        let isForward = outcome == "done" || outcome == "refused"
        return [
            """
            UPDATE bulk_row
               SET outcome = \(outcome), reason = \(reason)
             WHERE realm = \(realm)
               AND run = \(run)
               AND number = \(number)
            """,
            """
            UPDATE bulk_run
               SET waiting = waiting - \(isForward ? 1 : 0),
                   done = done + \(outcome == "done" ? 1 : isForward ? 0 : -1),
                   refused = refused + \(outcome == "refused" ? 1 : 0),
                   undone = undone + \(outcome == "undone" ? 1 : 0),
                   kept = kept + \(outcome == "kept" ? 1 : 0)
             WHERE realm = \(realm)
               AND id = \(run)
            """,
            """
            UPDATE bulk_run
               SET phase = 'finished'
             WHERE realm = \(realm)
               AND id = \(run)
               AND (phase = 'running' AND waiting = 0 OR phase = 'undoing' AND done = 0)
            """,
        ]
    }

    private func text(_ value: some Encodable) throws -> String {
        String(decoding: try CanonicalEncoder().encode(value), as: UTF8.self)
    }
}

extension BulkRow.Target {
    /// Who is concerned, if that is known already.
    fileprivate var officer: Officer.ID? {
        switch self {
        case .officer(let officer), .certificate(_, let officer): officer
        case .post, .listedOfficer, .listedSubject: nil
        }
    }
}
