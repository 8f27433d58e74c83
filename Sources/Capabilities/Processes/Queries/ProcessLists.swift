import Database
package import EventLog
package import Kernel

/// One draft in a list.
package struct ProcessDraftRow: Hashable, Sendable {
    package let id: ProcessDraft.ID
    package let process: ProcessDefinition.ID
    package let number: Int
    package let name: String
    package let category: ProcessDefinition.Category
    package let stage: ProcessDraft.Stage
    package let changedAt: Instant
}

/// One published version in a list.
package struct ProcessVersionRow: Hashable, Sendable {
    package let process: ProcessDefinition.ID
    package let number: Int
    package let name: String
    package let category: ProcessDefinition.Category
    package let publishedOn: Day

    package var key: String { PublishedProcess.key(id: process.text, version: number) }
}

extension EventReading {
    /// Returns the drafts not yet published, the one changed last first.
    package func openDrafts(limit: Int) throws -> [ProcessDraftRow] {
        try reader.rows(
            """
            SELECT id, process, number, name, category, stage, changed_at
              FROM process_draft
             WHERE realm = \(realm)
               AND stage <> 'published'
             ORDER BY changed_at DESC, id
             LIMIT \(limit)
            """
        ).map { row in
            ProcessDraftRow(
                id: ProcessDraft.ID(try row["id"] as String),
                process: ProcessDefinition.ID(try row["process"] as String),
                number: try row["number"],
                name: try row["name"],
                category: try category(row["category"]),
                stage: try ProcessDraft.Stage(rawValue: row["stage"]) ?? .drafted,
                changedAt: try row["changed_at"]
            )
        }
    }

    /// Returns the published versions by name, the newest of each process first.
    package func publishedProcesses(limit: Int) throws -> [ProcessVersionRow] {
        try reader.rows(
            """
            SELECT process, number, name, category, published_on
              FROM process_version
             WHERE realm = \(realm)
             ORDER BY process, number DESC
             LIMIT \(limit)
            """
        ).map { row in
            ProcessVersionRow(
                process: ProcessDefinition.ID(try row["process"] as String),
                number: try row["number"],
                name: try row["name"],
                category: try category(row["category"]),
                publishedOn: try row["published_on"]
            )
        }
    }

    /// Returns the number of the newest published version, `nil` if there is none.
    func lastVersion(of process: ProcessDefinition.ID) throws -> Int? {
        try reader.rows(
            """
            SELECT number
              FROM process_version
             WHERE realm = \(realm)
               AND process = \(process.text)
             ORDER BY number DESC, process
             LIMIT 1
            """
        ).first.map { try $0["number"] }
    }

    private func category(_ text: String) throws -> ProcessDefinition.Category {
        guard let category = ProcessDefinition.Category(rawValue: text) else {
            throw DatabaseError.column("category", expected: "a category", found: text)
        }
        return category
    }
}
