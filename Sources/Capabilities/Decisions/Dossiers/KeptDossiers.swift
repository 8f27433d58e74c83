package import Casework
import Database
package import EventLog
package import Kernel

/// An archived dossier as its keepers list it.
package struct KeptDossier: Hashable, Sendable {
    package let caseFile: CaseFile.ID
    package let number: String
    package let archivedOn: Day
    package let retention: Retention
    package let keptThrough: Day?
    package let borrower: String?
    package let dueOn: Day?
}

/// Which dossiers are asked for.
package enum DossierChoice: String, Hashable, Sendable, CaseIterable {
    case all
    case lent
    /// Lent and not back in time.
    case overdue
    /// Whose time is over: proposed for appraisal, destroyed by nobody here.
    case expired
}

extension EventReading {
    /// Returns dossiers of an agency, the latest archived first.
    package func dossiers(
        of agency: String,
        _ choice: DossierChoice,
        on today: Day,
        limit: Int
    ) throws -> [KeptDossier] {
        let condition: SQL =
            switch choice {
            case .all: ""
            case .lent: "AND due_on IS NOT NULL"
            case .overdue: "AND due_on < \(today)"
            case .expired: "AND kept_through < \(today)"
            }
        return try reader.rows(
            """
            SELECT case_id, number, archived_on, retention, kept_through, borrower, due_on
              FROM dossier
             WHERE realm = \(realm)
               AND agency = \(agency)
               \(condition)
             ORDER BY archived_on DESC, case_id
             LIMIT \(limit)
            """
        ).map { row in
            KeptDossier(
                caseFile: try row["case_id"],
                number: try row["number"],
                archivedOn: try row["archived_on"],
                retention: Retention(try row["retention"] as String) ?? .permanent,
                keptThrough: try row["kept_through"],
                borrower: try row["borrower"],
                dueOn: try row["due_on"]
            )
        }
    }
}
