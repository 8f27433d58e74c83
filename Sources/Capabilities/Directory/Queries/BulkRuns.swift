import CanonicalJSON
package import Database
import EventLog
package import Kernel

/// A bulk run as lists and its own page show it.
package struct BulkRunRow: Hashable, Sendable {
    package let id: BulkRun.ID
    package let act: BulkAct
    package let from: Day
    package let reason: String
    package let division: Division.Code
    package let phase: BulkRun.Phase
    package let startedBy: String
    package let startedAt: Instant
    package let waiting: Int
    package let done: Int
    package let refused: Int
    package let undone: Int
    package let kept: Int

    package var rows: Int { waiting + done + refused + undone + kept }

    static let columns: SQL = """
        id, act, from_day, reason, division, phase, started_by, started_at, waiting, done, refused, undone, kept
        """

    init(_ row: Row) throws {
        let act: String = try row["act"]
        id = try row["id"]
        self.act = try CanonicalDecoder().decode(from: Array(act.utf8))
        from = try row["from_day"]
        reason = try row["reason"]
        division = try row["division"]
        phase = try row.word("phase")
        startedBy = try row["started_by"]
        startedAt = try row["started_at"]
        waiting = try row["waiting"]
        done = try row["done"]
        refused = try row["refused"]
        undone = try row["undone"]
        kept = try row["kept"]
    }
}

/// What became of one row of a run.
package struct BulkRowLine: Hashable, Sendable {
    package enum Outcome: String, Hashable, Sendable {
        case waiting, done, refused, undone, kept
    }

    package let number: Int
    package let name: String
    package let officer: Officer.ID?
    package let outcome: Outcome
    /// Why it was refused or stays; empty otherwise.
    package let reason: String
}

/// The row that is to be done next, and for whom.
struct OpenBulkRow: Sendable {
    let run: BulkRun.ID
    let number: Int
    let isUndo: Bool
    let actor: Actor
}

extension SQLReader {
    package func bulkRun(_ id: BulkRun.ID, in realm: Realm) throws -> BulkRunRow? {
        try firstRow("SELECT \(BulkRunRow.columns) FROM bulk_run WHERE realm = \(realm) AND id = \(id)")
            .map(BulkRunRow.init)
    }

    /// Returns the runs begun in a division and all divisions in it, the latest first.
    package func bulkRuns(of division: Division.Code, in realm: Realm, limit: Int) throws -> [BulkRunRow] {
        try rows(
            """
            SELECT \(BulkRunRow.columns)
              FROM bulk_run
             WHERE realm = \(realm)
               AND division >= \(division)
               AND division < \(division.subtreeEnd)
             ORDER BY started_at DESC, id DESC
             LIMIT \(limit)
            """
        ).map(BulkRunRow.init)
    }

    /// Returns the rows of a run by number; those refused or kept before all others.
    package func bulkRows(of run: BulkRun.ID, in realm: Realm, limit: Int) throws -> [BulkRowLine] {
        try rows(
            """
            SELECT number, name, officer, outcome, reason
              FROM bulk_row
             WHERE realm = \(realm)
               AND run = \(run)
             ORDER BY CASE WHEN outcome IN ('refused', 'kept') THEN 0 ELSE 1 END, number
             LIMIT \(limit)
            """
        ).map { row in
            BulkRowLine(
                number: try row["number"],
                name: try row["name"],
                officer: try row["officer"],
                outcome: try row.word("outcome"),
                reason: try row["reason"]
            )
        }
    }

    /// Returns the next row of the run that was begun first; one that is taken back goes from the last row to the first.
    func nextBulkRow(in realm: Realm) throws -> OpenBulkRow? {
        let open = try firstRow(
            """
            SELECT id, phase, actor
              FROM bulk_run
             WHERE realm = \(realm)
               AND phase IN ('running', 'undoing')
             ORDER BY started_at, id
             LIMIT 1
            """
        )
        guard let open else { return nil }
        let run: BulkRun.ID = try open["id"]
        let phase: BulkRun.Phase = try open.word("phase")
        let actor: String = try open["actor"]
        let isUndo = phase == .undoing
        let number: Int? = try value(
            isUndo
                ? """
                SELECT MAX(number) AS number
                  FROM bulk_row
                 WHERE realm = \(realm)
                   AND run = \(run)
                   AND outcome = 'done'
                """
                : """
                SELECT MIN(number) AS number
                  FROM bulk_row
                 WHERE realm = \(realm)
                   AND run = \(run)
                   AND outcome = 'waiting'
                """
        )
        guard let number else { return nil }
        return OpenBulkRow(
            run: run,
            number: number,
            isUndo: isUndo,
            actor: try CanonicalDecoder().decode(from: Array(actor.utf8))
        )
    }
}
