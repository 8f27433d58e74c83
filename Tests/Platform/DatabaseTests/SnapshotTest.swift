import Database
import Dispatch
import Testing

/// One read transaction that looks twice while a write commits between its two looks.
struct SnapshotTest {
    let database: any SQLDatabase

    /// Expects a table `sample` from which the statement deletes one row.
    func run(deleting statement: SQL) async throws {
        let hasLooked = DispatchSemaphore(value: 0)
        let hasWritten = DispatchSemaphore(value: 0)
        let database = database
        async let looks = database.read { reader in
            let before: Int? = try reader.value("SELECT COUNT(*) FROM sample")
            hasLooked.signal()
            _ = hasWritten.wait(timeout: .now() + 20)
            let after: Int? = try reader.value("SELECT COUNT(*) FROM sample")
            return [before, after]
        }
        try await database.write { writer in
            _ = hasLooked.wait(timeout: .now() + 20)
            try writer.execute(statement)
        }
        hasWritten.signal()
        let counts = try await looks
        #expect(counts[0] == counts[1])
        let now: Int? = try await database.read { try $0.value("SELECT COUNT(*) FROM sample") }
        #expect(now == counts[0].map { $0 - 1 })
    }
}
