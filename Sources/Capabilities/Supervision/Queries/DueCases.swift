package import Casework
import Database
package import EventLog
package import Kernel

/// A case in which something watched has come due, and the earliest moment of it.
package struct DueCase: Hashable, Sendable {
    package let caseFile: CaseFile.ID
    package let at: Instant
}

extension EventReading {
    /// Returns the cases due at `now`, earliest first, from behind `last` on.
    package func dueCases(at now: Instant, after last: DueCase?, limit: Int) throws -> [DueCase] {
        let from = last?.at ?? Instant(milliseconds: 0)
        let id = last?.caseFile.text ?? ""
        return try reader.rows(
            """
            SELECT case_id, at
              FROM supervision_timer
             WHERE realm = \(realm)
               AND at >= \(from)
               AND at <= \(now)
               AND (at > \(from) OR (at = \(from) AND case_id > \(id)))
             ORDER BY at, case_id
             LIMIT \(limit)
            """
        ).map { row in DueCase(caseFile: CaseFile.ID(try row["case_id"]), at: try row["at"]) }
    }

    /// Returns the cases in which something is watched, by identifier, from behind `last` on.
    func watchedCases(after last: CaseFile.ID?, limit: Int) throws -> [CaseFile.ID] {
        let from = last?.text ?? ""
        return try reader.rows(
            """
            SELECT case_id
              FROM supervision_timer
             WHERE realm = \(realm)
               AND case_id > \(from)
             ORDER BY case_id
             LIMIT \(limit)
            """
        ).map { row in CaseFile.ID(try row["case_id"]) }
    }

    /// Returns how many moments are watched in the realm.
    package func watchedMoments() throws -> Int {
        try reader.value("SELECT count(*) FROM supervision_timer WHERE realm = \(realm)") ?? 0
    }
}
