import Database
package import EventLog
package import Kernel
package import Processes

/// A proposal to take cases over to another version, in a list.
package struct MigrationPlanRow: Hashable, Sendable {
    package let id: MigrationPlan.ID
    package let process: ProcessDefinition.ID
    package let fromVersion: Int
    package let toVersion: Int
    package let cases: Int
    /// How many of them run under the other version now.
    package let migrated: Int
    package let isDeclined: Bool
    package let proposedAt: Instant
}

extension EventReading {
    /// Returns how many cases that are not closed run under each version of a process, the newest version first.
    package func runningVersions(of process: ProcessDefinition.ID) throws -> [(version: Int, cases: Int)] {
        try reader.rows(
            """
            SELECT process_version, count(*) AS cases
              FROM case_file
             WHERE realm = \(realm)
               AND process = \(process.text)
               AND stage <> 'closed'
             GROUP BY process_version
             ORDER BY process_version DESC
            """
        ).map { (version: try $0["process_version"], cases: try $0["cases"]) }
    }

    /// Returns the cases that are not closed and run under a version of a process, oldest first.
    package func runningCases(under pin: ProcessPin, limit: Int) throws -> [CaseFile.ID] {
        try reader.rows(
            """
            SELECT id
              FROM case_file
             WHERE realm = \(realm)
               AND process = \(pin.id)
               AND process_version = \(pin.version)
               AND stage <> 'closed'
             ORDER BY received_on, id
             LIMIT \(limit)
            """
        ).map { try $0["id"] }
    }

    /// Returns the proposals to take cases over, the latest first.
    package func migrationPlans(limit: Int) throws -> [MigrationPlanRow] {
        try reader.rows(
            """
            SELECT id, process, from_version, to_version, cases, migrated, is_declined, proposed_at
              FROM migration_plan
             WHERE realm = \(realm)
             ORDER BY proposed_at DESC, id
             LIMIT \(limit)
            """
        ).map { row in
            MigrationPlanRow(
                id: try row["id"],
                process: try row["process"],
                fromVersion: try row["from_version"],
                toVersion: try row["to_version"],
                cases: try row["cases"],
                migrated: try row["migrated"],
                isDeclined: (try row["is_declined"] as Int) == 1,
                proposedAt: try row["proposed_at"]
            )
        }
    }
}
