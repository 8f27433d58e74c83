import Database
import PostgresDriver
import TestSupport
import Testing

@Suite("migrations")
struct MigratorTests {
    private static let first = Migration("2026_11_22_1_CreateA", ["CREATE TABLE a (id BIGINT NOT NULL PRIMARY KEY)"])
    private static let second = Migration(
        "2026_11_22_2_CreateB",
        ["CREATE TABLE b (id BIGINT NOT NULL PRIMARY KEY)"],
        sqlite: ["CREATE VIRTUAL TABLE b_text USING fts5 (title)"],
        postgres: ["CREATE TABLE b_text (title TSVECTOR NOT NULL)"]
    )

    @Test("each runs once, in the order of their ids, with what its engine adds", arguments: StorageEngine.allCases)
    func once(engine: StorageEngine) async throws {
        let database = try await engine.open()
        #expect(try await Migrator([Self.first]).pending(database) == [Self.first.id])
        #expect(try await Migrator([Self.first]).migrate(database) == [Self.first.id])
        #expect(try await Migrator([Self.second, Self.first]).pending(database) == [Self.second.id])
        #expect(try await Migrator([Self.second, Self.first]).migrate(database) == [Self.second.id])
        #expect(try await Migrator([Self.second, Self.first]).migrate(database) == [])
        #expect(try await database.read { try $0.rows("SELECT title FROM b_text") }.isEmpty)
        await database.close()
    }

    @Test("a database of a later release is refused", arguments: StorageEngine.allCases)
    func newer(engine: StorageEngine) async throws {
        let database = try await engine.open([Self.first, Self.second])
        let refusal = DatabaseError.unusable(.newer(found: Self.second.id, known: Self.first.id))
        await #expect(throws: refusal) { try await Migrator([Self.first]).migrate(database) }
        await #expect(throws: refusal) { try await Migrator([Self.first]).pending(database) }
        await database.close()
    }

    @Test("one that fails leaves nothing behind", arguments: StorageEngine.allCases)
    func failing(engine: StorageEngine) async throws {
        let database = try await engine.open()
        let broken = Migration("2026_11_22_3_Broken", ["CREATE TABLE c (id BIGINT NOT NULL)", "CREATE TABLE a (x)"])
        await #expect(throws: DatabaseError.self) { try await Migrator([Self.first, broken]).migrate(database) }
        #expect(try await Migrator([Self.first, broken]).pending(database) == [broken.id])
        await #expect(throws: DatabaseError.self) { try await database.read { try $0.rows("SELECT id FROM c") } }
        await database.close()
    }

    @Test("nodes that start together run each migration once between them")
    func together() async throws {
        let settings = try await StorageEngine.freshSchema()
        let nodes = try await [PostgresDatabase.open(settings), .open(settings), .open(settings)]
        let ran = try await withThrowingTaskGroup(of: [String].self) { group in
            for node in nodes {
                group.addTask { try await Migrator([Self.first, Self.second]).migrate(node) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(ran.sorted() == [Self.first.id, Self.second.id])
        for node in nodes { await node.close() }
    }
}
