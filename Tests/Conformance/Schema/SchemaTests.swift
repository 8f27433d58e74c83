import Composition
import Database
import Foundation
import TestSupport
import Testing

/// The tables that all migrations together make, as each engine describes them; `make schema` records them.
@Suite("The schema")
struct SchemaTests {
    private static let folder = Recording.folder.deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/schema")

    @Test("SQLite has the tables of docs/schema/sqlite.sql")
    func sqlite() async throws {
        let database = try await StorageEngine.sqlite.open(Modules.migrations)
        let text = try await database.read { try SchemaDump.sqlite($0) }
        try Recording.expect(text, at: Self.folder.appending(path: "sqlite.sql"), isReplaced: true)
    }

    @Test("PostgreSQL has the tables of docs/schema/postgres.txt")
    func postgres() async throws {
        let database = try await StorageEngine.postgres.open(Modules.migrations)
        let text = try await database.read { try SchemaDump.postgres($0) }
        try Recording.expect(text, at: Self.folder.appending(path: "postgres.txt"), isReplaced: true)
        await database.close()
    }

    @Test("the migrations have each a name of their own")
    func names() {
        let names = Modules.migrations.map(\.id)
        #expect(Set(names).count == names.count)
    }
}
