import Database
import Foundation
import PostgresDriver
import Synchronization
import TestSupport
import Testing

/// What only the server promises: lost connections, waiting, victims.
@Suite("PostgreSQL")
struct PostgresDatabaseTests {
    private static let migrations = [
        Migration("2026_11_22_1_CreateSample", ["CREATE TABLE sample (id BIGINT NOT NULL PRIMARY KEY, amount BIGINT)"])
    ]

    private func open(
        connections: Int = 4,
        url: String? = nil
    ) async throws
        -> PostgresDatabase
    {
        let fresh = try await StorageEngine.freshSchema()
        return try await filled(
            PostgresSettings(url: url ?? fresh.url, schema: fresh.schema, connections: connections)
        )
    }

    private func filled(_ settings: PostgresSettings) async throws -> PostgresDatabase {
        let database = try await PostgresDatabase.open(settings)
        try await Migrator(Self.migrations).migrate(database)
        try await database.write { try $0.executeMany((1...3).map { "INSERT INTO sample VALUES (\($0), 0)" }) }
        return database
    }

    private func count(_ database: PostgresDatabase) async throws -> Int? {
        try await database.read { try $0.value("SELECT COUNT(*) FROM sample") }
    }

    @Test("the server's durability is read and told")
    func durability() async throws {
        let database = try await open()
        let words = try await database.durability()
        #expect(words.contains("fsync=on"))
        #expect(words.contains("synchronous_commit=on"))
        await database.close()
    }

    @Test("a server that answers before it flushed is refused", arguments: ["off", "local"])
    func notDurable(setting: String) async throws {
        let fresh = try await StorageEngine.freshSchema()
        await #expect(
            throws: DatabaseError.unusable(
                .notDurable(
                    setting: "synchronous_commit",
                    expected: "on or remote_write or remote_apply",
                    found: setting
                )
            )
        ) {
            try await PostgresDatabase.open(
                PostgresSettings(url: fresh.url + "?options=-csynchronous_commit%3D\(setting)", schema: fresh.schema)
            )
        }
    }

    @Test(
        "a server that is not there, or a wrong URL, is unreachable",
        arguments: [
            "postgres://nobody@127.0.0.1:1/none", "no url at all", "",
        ]
    )
    func unreachable(url: String) async throws {
        await #expect {
            try await PostgresDatabase.open(PostgresSettings(url: url.isEmpty ? "postgres://127.0.0.1:1" : url))
        } throws: { error in
            guard case DatabaseError.unusable(.unreachable(let words)) = error else { return false }
            return !words.isEmpty
        }
    }

    @Test("a connection that died while idle is made anew without a word")
    func idleLoss() async throws {
        let database = try await open(connections: 1)
        let process: Int? = try await database.read { try $0.value("SELECT pg_backend_pid()") }
        try await terminate(try #require(process))
        #expect(try await count(database) == 3)
        try await terminate(try #require(try await database.read { try $0.value("SELECT pg_backend_pid()") }))
        try await database.write { _ = try $0.execute("DELETE FROM sample WHERE id = 1") }
        #expect(try await count(database) == 2)
        await database.close()
    }

    @Test("a connection lost inside a transaction keeps nothing; the next one works")
    func lossInside() async throws {
        let database = try await open(connections: 1)
        for isPipelined in [false, true] {
            await #expect {
                try await database.write { writer in
                    try writer.execute("DELETE FROM sample WHERE id = 1")
                    let end: SQL = "SELECT pg_terminate_backend(pg_backend_pid())"
                    if isPipelined { try writer.executeMany([end, end, end]) } else { _ = try writer.rows(end) }
                }
            } throws: { error in
                guard case DatabaseError.connectionLost = error else { return false }
                return true
            }
            #expect(try await count(database) == 3)
        }
        await database.close()
    }

    @Test("a connection lost in COMMIT is an unknown outcome")
    func lossInCommit() async throws {
        let database = try await open(connections: 1)
        try await database.write { writer in
            try writer.execute(
                """
                CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END'
                """
            )
            try writer.execute(
                """
                CREATE CONSTRAINT TRIGGER die_late AFTER DELETE ON sample
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION die()
                """
            )
        }
        await #expect {
            try await database.write { _ = try $0.execute("DELETE FROM sample WHERE id = 1") }
        } throws: { error in
            guard case DatabaseError.commitOutcomeUnknown = error else { return false }
            return true
        }
        #expect(try await count(database) == 3)
        await database.close()
    }

    @Test("of two that wait for each other both come through, one of them at the second try")
    func deadlock() async throws {
        let database = try await open()
        func transfer(_ first: Int, _ second: Int) async throws {
            try await database.write { writer in
                try writer.execute("UPDATE sample SET amount = amount + 1 WHERE id = \(first)")
                _ = try writer.rows("SELECT pg_sleep(0.3)")
                try writer.execute("UPDATE sample SET amount = amount + 1 WHERE id = \(second)")
            }
        }
        async let one: Void = transfer(1, 2)
        async let other: Void = transfer(2, 1)
        _ = try await (one, other)
        let sum: Int? = try await database.read { try $0.value("SELECT SUM(amount) FROM sample") }
        #expect(sum == 4)
        await database.close()
    }

    @Test("who waits too long for a lock is told that it is busy")
    func lockTimeout() async throws {
        // Filled by who is patient: only the statement in question may be told off.
        let settings = try await StorageEngine.freshSchema()
        let database = try await filled(settings)
        let hasty = try await PostgresDatabase.open(
            PostgresSettings(url: settings.url, schema: settings.schema, lockTimeoutSeconds: 1)
        )
        let isHeld = Atomic(false)
        let isReleased = Atomic(false)
        async let holder: Void = database.write { writer in
            try writer.execute("UPDATE sample SET amount = 1 WHERE id = 1")
            isHeld.store(true, ordering: .releasing)
            // Holds the row until the other one was answered, two minutes at the most.
            for _ in 0..<2400 where !isReleased.load(ordering: .acquiring) {
                _ = try writer.rows("SELECT pg_sleep(0.05)")
            }
        }
        while !isHeld.load(ordering: .acquiring) { try await Task.sleep(for: .milliseconds(10)) }
        await #expect {
            try await hasty.write { _ = try $0.execute("UPDATE sample SET amount = 2 WHERE id = 1") }
        } throws: { error in
            guard case DatabaseError.busy = error else { return false }
            return true
        }
        isReleased.store(true, ordering: .releasing)
        try await holder
        await hasty.close()
        await database.close()
    }

    @Test("a statement prepared before the schema changed is prepared again")
    func changedSchema() async throws {
        let database = try await open(connections: 1)
        let query: SQL = "SELECT amount FROM sample WHERE id = 1"
        _ = try await database.read { try $0.rows(query) }
        try await database.write { _ = try $0.execute("ALTER TABLE sample ALTER COLUMN amount TYPE TEXT") }
        let amount: String? = try await database.read { try $0.value(query) }
        #expect(amount == "0")
        await database.close()
    }

    @Test("more transactions than connections all come to their turn")
    func waiting() async throws {
        let database = try await open(connections: 1)
        try await database.write { _ = try $0.execute("CREATE TABLE arrival (number BIGINT NOT NULL, at BIGINT)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<50 {
                group.addTask {
                    try await database.write { writer in
                        _ = try writer.execute("INSERT INTO arrival (number) VALUES (\(number))")
                    }
                }
            }
            try await group.waitForAll()
        }
        let count: Int? = try await database.read { try $0.value("SELECT COUNT(*) FROM arrival") }
        #expect(count == 50)
        await database.close()
    }

    @Test("a reader keeps its snapshot while a writer commits")
    func snapshot() async throws {
        let database = try await open()
        try await SnapshotTest(database: database).run(deleting: "DELETE FROM sample WHERE id = 1")
        await database.close()
    }

    @Test("a backup is a dump that pg_restore reads, and replaces nothing")
    func backup() async throws {
        let database = try await open()
        let folder = try TemporaryFolder()
        let path = folder.file("dump")
        try await database.backup(to: path)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).prefix(5) == Data("PGDMP".utf8))
        await #expect(throws: DatabaseError.self) { try await database.backup(to: path) }
        await database.close()
    }

    /// Ends another connection, as a restart of the server would.
    private func terminate(_ process: Int) async throws {
        let other = try await PostgresDatabase.open(StorageEngine.freshSchema())
        try await other.write { writer in
            _ = try writer.rows("SELECT pg_terminate_backend(CAST(\(process) AS INTEGER), 5000)")
        }
        await other.close()
    }
}
