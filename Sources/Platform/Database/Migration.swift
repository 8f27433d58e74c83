/// One step of a schema, owned by the target whose tables it makes; never edited once released.
package struct Migration: Sendable {
    /// Date, ordinal and name: `2026_11_22_1_CreateEvent`; migrations run in the order of their ids.
    package let id: String
    package let statements: [SQL]

    package init(_ id: StaticString, _ statements: [SQL]) {
        self.id = id.description
        self.statements = statements
    }
}

/// Brings a database to the schema this program knows.
package struct Migrator: Sendable {
    package let migrations: [Migration]

    package init(_ migrations: [Migration]) {
        self.migrations = migrations.sorted { $0.id < $1.id }
    }

    /// Runs what is missing, each migration with its record in one transaction.
    ///
    /// - Returns: the ids that were run.
    /// - Throws: `DatabaseError.unusable(.newer)` when the database holds a migration this program does not know.
    @discardableResult
    package func migrate(_ database: any SQLDatabase) async throws -> [String] {
        try await database.write { writer in
            _ = try writer.execute(
                """
                CREATE TABLE IF NOT EXISTS schema_migration (
                    id TEXT NOT NULL PRIMARY KEY
                )
                """
            )
        }
        var ran: [String] = []
        let applied = try await checkedIDs(database)
        for migration in migrations where !applied.contains(migration.id) {
            try await database.write { writer in
                for statement in migration.statements { try writer.execute(statement) }
                try writer.execute("INSERT INTO schema_migration (id) VALUES (\(migration.id))")
            }
            ran.append(migration.id)
        }
        return ran
    }

    /// Returns the ids of the migrations the database still needs, without running them.
    package func pending(_ database: any SQLDatabase) async throws -> [String] {
        let applied = try await checkedIDs(database)
        return migrations.map(\.id).filter { !applied.contains($0) }
    }

    private func checkedIDs(_ database: any SQLDatabase) async throws -> Set<String> {
        let applied = try await database.read { reader in
            try reader.rows("SELECT id FROM schema_migration ORDER BY id").map { row in try row["id"] as String }
        }
        let known = Set(migrations.map(\.id))
        if let unknown = applied.last(where: { !known.contains($0) }) {
            throw DatabaseError.unusable(.newer(found: unknown, known: migrations.last?.id ?? ""))
        }
        return Set(applied)
    }
}
