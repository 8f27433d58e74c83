import Database
import TestSupport
import Testing

/// What both engines promise.
@Suite("database contract")
struct ContractTests {
    private static let migrations = [
        Migration(
            "2026_11_22_1_CreateSample",
            [
                """
                CREATE TABLE sample (
                    realm   BIGINT NOT NULL,
                    id      BIGINT NOT NULL CHECK (id > 0),
                    title   TEXT,
                    weight  DOUBLE PRECISION,
                    content BYTEA,
                    PRIMARY KEY (realm, id),
                    CONSTRAINT sample_title UNIQUE (realm, title)
                )
                """,
                """
                CREATE TABLE part (
                    realm     BIGINT NOT NULL,
                    sample_id BIGINT NOT NULL,
                    FOREIGN KEY (realm, sample_id) REFERENCES sample (realm, id)
                )
                """,
            ]
        )
    ]

    private static func insert(_ id: Int, _ title: String? = nil) -> SQL {
        "INSERT INTO sample (realm, id, title) VALUES (1, \(id), \(title))"
    }

    @Test("every value comes back as it went in", arguments: StorageEngine.allCases)
    func values(engine: StorageEngine) async throws {
        let database = try await engine.open(Self.migrations)
        let rows: [(Int64, SQLValue, SQLValue, SQLValue)] = [
            (1, .null, .null, .null),
            (.max, .text("行政职权目录"), .real(0.1), .blob([])),
            (7, .text(""), .real(-1.5e300), .blob([0, 1, 92, 255])),
            (8, .text("👩‍⚖️ 'quoted' \\ \"and\" $1 \n"), .real(0), .blob([UInt8](repeating: 0xE4, count: 100_000))),
        ]
        try await database.write { writer in
            for (id, title, weight, content) in rows {
                try writer.execute(
                    """
                    INSERT INTO sample (realm, id, title, weight, content)
                    VALUES (\(Int64.min), \(id), \(title), \(weight), \(content))
                    """
                )
            }
        }
        let found = try await database.read { reader in
            try reader.rows("SELECT realm, id, title, weight, content FROM sample ORDER BY id")
        }
        #expect(
            found.map(\.values)
                == rows.sorted { $0.0 < $1.0 }.map { [.integer(.min), .integer($0.0), $0.1, $0.2, $0.3] }
        )
        let title: String? = try found[0]["title"]
        #expect(title == nil)
        await database.close()
    }

    @Test("sums, counts and comparisons have the same form", arguments: StorageEngine.allCases)
    func computed(engine: StorageEngine) async throws {
        let database = try await engine.open(Self.migrations)
        let row = try await database.write { writer in
            try writer.executeMany([Self.insert(1), Self.insert(2)])
            return try writer.rows("SELECT SUM(id) AS sum, COUNT(*) AS number, AVG(id) AS mean FROM sample")
        }
        #expect(row.map(\.values) == [[.integer(3), .integer(2), .real(1.5)]])
        await database.close()
    }

    @Test("what is thrown rolls the transaction back", arguments: StorageEngine.allCases)
    func rollback(engine: StorageEngine) async throws {
        struct Refusal: Error {}
        let database = try await engine.open(Self.migrations)
        await #expect(throws: Refusal.self) {
            try await database.write { writer in
                try writer.execute(Self.insert(1))
                throw Refusal()
            }
        }
        let count: Int? = try await database.read { try $0.value("SELECT COUNT(*) FROM sample") }
        #expect(count == 0)
        await database.close()
    }

    @Test("a failed statement spoils its transaction, caught or not", arguments: StorageEngine.allCases)
    func spoilt(engine: StorageEngine) async throws {
        let database = try await engine.open(Self.migrations)
        await #expect(throws: DatabaseError.self) {
            try await database.write { writer in
                try writer.execute(Self.insert(1))
                _ = try? writer.execute(Self.insert(1))
            }
        }
        let count: Int? = try await database.read { try $0.value("SELECT COUNT(*) FROM sample") }
        #expect(count == 0)
        await database.close()
    }

    @Test("a violated key, reference or check is named", arguments: StorageEngine.allCases)
    func violations(engine: StorageEngine) async throws {
        let database = try await engine.open(Self.migrations)
        func refusal(_ statements: [SQL]) async -> DatabaseError? {
            do {
                try await database.write { try $0.executeMany(statements) }
                return nil
            } catch {
                return error as? DatabaseError
            }
        }
        let key: [StorageEngine: (primary: String, title: String)] = [
            .sqlite: ("sample.realm, sample.id", "sample.realm, sample.title"),
            .postgres: ("sample_pkey", "sample_title"),
        ]
        #expect(await refusal([Self.insert(1), Self.insert(1)]) == .uniqueViolation(key: key[engine]?.primary ?? ""))
        #expect(
            await refusal([Self.insert(1, "甲"), Self.insert(2, "甲")])
                == .uniqueViolation(key: key[engine]?.title ?? "")
        )
        guard case .foreignKeyViolation = await refusal(["INSERT INTO part (realm, sample_id) VALUES (1, 9)"]) else {
            Issue.record("no foreign key violation")
            return
        }
        guard case .checkViolation = await refusal([Self.insert(0)]) else {
            Issue.record("no check violation")
            return
        }
        guard case .checkViolation = await refusal(["INSERT INTO sample (realm) VALUES (1)"]) else {
            Issue.record("no violation of NOT NULL")
            return
        }
        guard case .statement = await refusal(["SELEKT 1"]) else {
            Issue.record("no fault of the statement")
            return
        }
        guard case .statement = await refusal([Self.insert(1, "a\0b")]) else {
            Issue.record("NUL was taken")
            return
        }
        #expect(await refusal([Self.insert(1, "甲")]) == nil)
        await database.close()
    }

    @Test("lists, fragments and parameters are bound", arguments: StorageEngine.allCases)
    func lists(engine: StorageEngine) async throws {
        let database = try await engine.open(Self.migrations)
        let ids: [Int] = try await database.write { writer in
            try writer.executeMany((1...5).map { Self.insert($0) })
            let condition: SQL = "id IN (\(list: [2, 4, 9]))"
            return try writer.rows("SELECT id FROM sample WHERE realm = \(1) AND \(condition) ORDER BY id").map { row in
                try row[0]
            }
        }
        #expect(ids == [2, 4])
        let none = try await database.read { try $0.rows("SELECT id FROM sample WHERE id IN (\(list: [Int]()))") }
        #expect(none.isEmpty)
        await database.close()
    }

    @Test("a statement says how many rows it changed", arguments: StorageEngine.allCases)
    func changes(engine: StorageEngine) async throws {
        let database = try await engine.open(Self.migrations)
        let counts = try await database.write { writer in
            try writer.executeMany((1...5).map { Self.insert($0) })
            return [
                try writer.execute("UPDATE sample SET title = 'x' WHERE id = 5"),
                try writer.execute("UPDATE sample SET title = 'x' WHERE id = 6"),
                try writer.execute("CREATE TABLE other (id BIGINT NOT NULL PRIMARY KEY)"),
                try writer.execute("DELETE FROM sample WHERE id > 2"),
                try writer.execute(
                    "INSERT INTO sample (realm, id) VALUES (1, 1) ON CONFLICT (realm, id) DO NOTHING"
                ),
            ]
        }
        #expect(counts == [1, 0, 0, 3, 0])
        await database.close()
    }

    @Test("many statements go in one round, over several texts", arguments: StorageEngine.allCases)
    func many(engine: StorageEngine) async throws {
        let database = try await engine.open(Self.migrations)
        try await database.write { writer in
            try writer.executeMany([])
            try writer.executeMany(
                (1...1_000).flatMap { id -> [SQL] in
                    [Self.insert(id, "第\(id)号"), "INSERT INTO part (realm, sample_id) VALUES (1, \(id))"]
                }
            )
        }
        let count: Int? = try await database.read { try $0.value("SELECT COUNT(*) FROM part") }
        #expect(count == 1_000)
        await #expect(throws: DatabaseError.self) {
            try await database.write { try $0.executeMany((900...1_200).reversed().map { Self.insert($0) }) }
        }
        let unchanged: Int? = try await database.read { try $0.value("SELECT COUNT(*) FROM sample") }
        #expect(unchanged == 1_000)
        await database.close()
    }

    @Test("more texts than are kept prepared", arguments: StorageEngine.allCases)
    func manyTexts(engine: StorageEngine) async throws {
        let database = try await engine.open(Self.migrations)
        let lists: [SQL] = (1...700).map { "DELETE FROM sample WHERE id IN (\(list: Array(1...$0)))" }
        try await database.write { writer in
            try writer.executeMany(lists)
            for list in lists { try writer.execute(list) }
        }
        await database.close()
    }

    @Test("a wrong column or type is named", arguments: StorageEngine.allCases)
    func columns(engine: StorageEngine) async throws {
        let database = try await engine.open()
        let row = try #require(try await database.read { try $0.firstRow("SELECT 'x' AS word, 5 AS number") })
        #expect(throws: DatabaseError.column("word", expected: "Int", found: "text(\"x\")")) {
            _ = try row["word"] as Int
        }
        #expect(throws: DatabaseError.column("wrod", expected: "String", found: "no such column")) {
            _ = try row["wrod"] as String
        }
        #expect(throws: DatabaseError.self) { _ = try row[2] as String }
        #expect(try row["number"] as Int == 5)
        await database.close()
    }

    @Test("sixteen writers lose no update", arguments: StorageEngine.allCases)
    func writers(engine: StorageEngine) async throws {
        let database = try await engine.open(Self.migrations)
        try await database.write { writer in
            _ = try writer.execute("INSERT INTO sample (realm, id, weight) VALUES (1, 1, 0)")
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    for _ in 0..<10 {
                        try await database.write { writer in
                            _ = try writer.execute("UPDATE sample SET weight = weight + 1 WHERE realm = 1 AND id = 1")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let sum: Double? = try await database.read { try $0.firstRow("SELECT weight FROM sample")?.values[0].real }
        #expect(sum == 160)
        await database.close()
    }

    @Test("a reader cannot write", arguments: StorageEngine.allCases)
    func readOnly(engine: StorageEngine) async throws {
        let database = try await engine.open(Self.migrations)
        await #expect(throws: DatabaseError.self) {
            try await database.read { try $0.rows("INSERT INTO sample (realm, id) VALUES (1, 1) RETURNING id") }
        }
        let id: Int? = try await database.write {
            try $0.value("INSERT INTO sample (realm, id) VALUES (1, 1) RETURNING id")
        }
        #expect(id == 1)
        await database.close()
    }

    @Test("a closed database answers with an error", arguments: StorageEngine.allCases)
    func closed(engine: StorageEngine) async throws {
        let database = try await engine.open(Self.migrations)
        await database.close()
        await #expect(throws: DatabaseError.self) { try await database.read { try $0.rows("SELECT 1") } }
        await #expect(throws: DatabaseError.self) { try await database.write { try $0.rows("SELECT 1") } }
    }
}

extension SQLValue {
    fileprivate var real: Double? {
        switch self {
        case .real(let value): value
        case .null, .integer, .text, .blob: nil
        }
    }
}
