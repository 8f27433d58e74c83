/// Brings a database to the schema this program knows.
package struct Migrator: Sendable {
    package let migrations: [Migration]

    package init(_ migrations: [Migration]) {
        self.migrations = migrations.sorted { $0.id < $1.id }
    }

    /// Runs what is missing, each migration with its record in one transaction.
    ///
    /// Several nodes may start at once: on PostgreSQL each transaction first takes the advisory lock of its schema.
    ///
    /// - Returns: the ids that were run.
    /// - Throws: `DatabaseError.unusable(.newer)` when the database holds a migration this program does not know.
    @discardableResult
    package func migrate(_ database: any SQLDatabase) async throws -> [String] {
        let engine = database.engine
        var ran: [String] = []
        for migration in try await missing(database) {
            let isNew = try await database.write { writer in
                try Self.lock(writer, engine)
                try writer.execute("CREATE TABLE IF NOT EXISTS schema_migration (id TEXT NOT NULL PRIMARY KEY)")
                let record = try writer.execute(
                    "INSERT INTO schema_migration (id) VALUES (\(migration.id)) ON CONFLICT (id) DO NOTHING"
                )
                guard record == 1 else { return false }
                for statement in migration.statements(for: engine) { try writer.execute(statement) }
                return true
            }
            if isNew { ran.append(migration.id) }
        }
        return ran
    }

    /// Returns the ids of the migrations the database still needs, without running them.
    package func pending(_ database: any SQLDatabase) async throws -> [String] {
        try await missing(database).map(\.id)
    }

    private func missing(_ database: any SQLDatabase) async throws -> [Migration] {
        let engine = database.engine
        let applied = try await database.read { reader -> [String] in
            guard try reader.firstRow(Self.tableQuery(engine)) != nil else { return [] }
            return try reader.rows("SELECT id FROM schema_migration ORDER BY id").map { row in try row["id"] }
        }
        let known = Set(migrations.map(\.id))
        if let unknown = applied.last(where: { !known.contains($0) }) {
            throw DatabaseError.unusable(.newer(found: unknown, known: migrations.last?.id ?? ""))
        }
        let done = Set(applied)
        return migrations.filter { !done.contains($0.id) }
    }

    private static func tableQuery(_ engine: DatabaseEngine) -> SQL {
        switch engine {
        case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'"
        case .postgres:
            """
            SELECT tablename
              FROM pg_catalog.pg_tables
             WHERE schemaname = current_schema()
               AND tablename = 'schema_migration'
            """
        }
    }

    /// On SQLite the write transaction already excludes others.
    private static func lock(_ writer: any SQLWriter, _ engine: DatabaseEngine) throws {
        switch engine {
        case .sqlite: break
        // Another schema of the same server is another database of ours and need not wait.
        case .postgres:
            _ = try writer.rows("SELECT pg_advisory_xact_lock(7236310, hashtext(coalesce(current_schema(), '')))")
        }
    }
}
