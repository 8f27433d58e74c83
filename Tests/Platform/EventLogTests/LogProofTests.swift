import Cryptography
import Database
import EventLog
import Kernel
import TestSupport
import Testing

@Suite("Proof, erasure and rebuild")
struct LogProofTests {
    /// Four events: two ledgers, each opened and booked.
    private func filled(on engine: StorageEngine) async throws -> LedgerLog {
        let log = try await LedgerLog(on: engine)
        for name in ["a", "b"] {
            _ = try await log.submit(OpenLedger(ledger: name, number: name, holder: "王五"), key: "open \(name)")
            _ = try await log.submit(BookAmount(ledger: name, amount: 7), key: "book \(name)")
        }
        return log
    }

    @Test("an untouched log is proved", arguments: StorageEngine.allCases)
    func whole(on engine: StorageEngine) async throws {
        let report = try await filled(on: engine).log.verify(LedgerLog.realm)
        #expect(report.events == 4)
        #expect(report.erasedSections == 0)
    }

    @Test(
        "one changed byte of one event names that event",
        arguments: ["envelope", "body", "commitment"],
        StorageEngine.allCases
    )
    func tampered(column: String, on engine: StorageEngine) async throws {
        let log = try await filled(on: engine)
        let original = try #require(try await bytes(of: column, log.database))
        for offset in [0, 1, original.count / 2, original.count - 1] {
            var changed = original
            changed[offset] ^= 1
            try await write(changed, to: column, log.database)
            let fault = await #expect(throws: LogFault.self) { try await log.log.verify(LedgerLog.realm) }
            #expect(fault?.event == "01E2", "byte \(offset) of \(column)")
        }
        try await write(original, to: column, log.database)
        _ = try await log.log.verify(LedgerLog.realm)
    }

    private func bytes(of column: String, _ database: any SQLDatabase) async throws -> [UInt8]? {
        try await database.read { reader in
            switch column {
            case "envelope": try reader.value("SELECT envelope FROM event WHERE position = 2")
            case "body": try reader.value("SELECT body FROM event WHERE position = 2")
            default: try reader.value("SELECT commitment FROM event WHERE position = 2")
            }
        }
    }

    private func write(_ bytes: [UInt8], to column: String, _ database: any SQLDatabase) async throws {
        _ = try await database.write { writer in
            switch column {
            case "envelope": try writer.execute("UPDATE event SET envelope = \(bytes) WHERE position = 2")
            case "body": try writer.execute("UPDATE event SET body = \(bytes) WHERE position = 2")
            default: try writer.execute("UPDATE event SET commitment = \(bytes) WHERE position = 2")
            }
        }
    }

    @Test("changed columns, a removed event and a cut end are found", arguments: StorageEngine.allCases)
    func rows(on engine: StorageEngine) async throws {
        let faults: [(SQL, LogFault.Kind, String)] = [
            ("UPDATE event SET type = 'Ledger.Opened' WHERE position = 1", .row, "01E1"),
            ("UPDATE event SET recorded_at = recorded_at + 1 WHERE position = 1", .row, "01E1"),
            ("DELETE FROM event WHERE position = 1", .gap, "01E1"),
            ("DELETE FROM event WHERE position = 3", .head, "01E3"),
        ]
        for (statement, kind, event) in faults {
            let log = try await filled(on: engine)
            _ = try await log.database.write { try $0.execute(statement) }
            let fault = await #expect(throws: LogFault.self) { try await log.log.verify(LedgerLog.realm) }
            #expect(fault?.kind == kind)
            #expect(fault?.event == event)
        }
    }

    @Test("what is personal is not in the database in the clear", arguments: StorageEngine.allCases)
    func encrypted(on engine: StorageEngine) async throws {
        let log = try await filled(on: engine)
        let bodies = try await log.database.read { reader in
            try reader.rows("SELECT body FROM event ORDER BY position").map { row in try row["body"] as [UInt8] }
        }
        for body in bodies { #expect(!String(decoding: body, as: UTF8.self).contains("王五")) }
        #expect(try await log.state("a").holder == "王五")
    }

    @Test(
        "erasure makes a person unreadable and leaves the proof whole (个人信息保护法 §47)",
        arguments: StorageEngine.allCases
    )
    func erasure(on engine: StorageEngine) async throws {
        let log = try await filled(on: engine)
        let erase = EraseSubject(subject: "S-a", article: "个人信息保护法 §47", reason: "保存期限届满")
        #expect(try await log.submit(erase, key: "erase").answer)
        #expect(try await log.state("a").isHolderErased)
        #expect(try await log.state("a").total == 7)
        #expect(try await log.state("b").holder == "王五")
        #expect(try await log.log.verify(LedgerLog.realm).erasedSections == 1)
        await #expect(throws: EventLogError.subjectErased(subject: "S-a")) {
            try await log.submit(OpenLedger(ledger: "a", number: "9", holder: "王五"), key: "late")
        }
    }

    @Test(
        "after a rotation every key is wrapped anew, and the destroyed stay destroyed",
        arguments: StorageEngine.allCases
    )
    func rewrapping(on engine: StorageEngine) async throws {
        let log = try await filled(on: engine)
        let erase = EraseSubject(subject: "S-a", article: "个人信息保护法 §47", reason: "保存期限届满")
        #expect(try await log.submit(erase, key: "erase").answer)
        let ring = KeyRing.ephemeral(randomness: SeededRandomness(seed: 1)).rotated(randomness: SystemRandomness())
        let rotated = LedgerLog.log(on: log.database, at: LedgerLog.morning, ring: ring)
        let done = try await rotated.rewrapKeys(of: LedgerLog.realm, atOnce: 1)
        #expect(done.rewrapped > 0 && done.current == 0)
        let again = try await rotated.rewrapKeys(of: LedgerLog.realm)
        #expect(again.rewrapped == 0 && again.current == done.rewrapped)
        let read = try await rotated.read(LedgerLog.realm) { reading in
            (try reading.state(Ledger.self, "a").state, try reading.state(Ledger.self, "b").state)
        }
        #expect(read.0.isHolderErased && read.1.holder == "王五")
        #expect(try await rotated.verify(LedgerLog.realm).erasedSections == 1)
        let old = LedgerLog.log(on: log.database, at: LedgerLog.morning)
        await #expect(throws: (any Error).self) { try await old.rewrapKeys(of: LedgerLog.realm) }
    }

    @Test("rows made again from the log equal the rows that were there", arguments: StorageEngine.allCases)
    func rebuild(on engine: StorageEngine) async throws {
        let log = try await filled(on: engine)
        #expect(try await log.log.rebuild(LedgerLog.realm, keeping: false).allSatisfy(\.isEqual))
        _ = try await log.database.write { try $0.execute("UPDATE ledger SET total = 99 WHERE id = 'a'") }
        #expect(try await !log.log.rebuild(LedgerLog.realm, keeping: false).allSatisfy(\.isEqual))
        // What an earlier rebuild left behind when it was interrupted is in nobody's way.
        _ = try await log.database.write { try $0.execute("INSERT INTO ledger VALUES (-1, 'a', 'a', 5)") }
        _ = try await log.log.rebuild(LedgerLog.realm, keeping: true)
        #expect(try await log.log.rebuild(LedgerLog.realm, keeping: false).allSatisfy(\.isEqual))
        #expect(try await rows(of: Realm(-1), log.database) == 0)
    }

    @Test("acts go on during a rebuild, and none of them is missing from the rows", arguments: StorageEngine.allCases)
    func rebuildBesideActs(on engine: StorageEngine) async throws {
        let log = try await filled(on: engine)
        let first = (0..<1_200).map { $0 }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in first {
                group.addTask { _ = try await log.submit(BookAmount(ledger: "a", amount: 1), key: "first \(number)") }
            }
            try await group.waitForAll()
        }
        async let reports = log.log.rebuild(LedgerLog.realm, keeping: true)
        for number in 0..<60 {
            _ = try await log.submit(
                OpenLedger(ledger: "n\(number)", number: "n\(number)", holder: "王五"),
                key: "\(number)"
            )
            _ = try await log.submit(BookAmount(ledger: "b", amount: 1), key: "late \(number)")
        }
        #expect(try await reports.allSatisfy(\.isEqual))
        #expect(try await log.log.rebuild(LedgerLog.realm, keeping: false).allSatisfy(\.isEqual))
        #expect(try await rows(of: LedgerLog.realm, log.database) == 62)
        #expect(try await rows(of: Realm(-1), log.database) == 0)
    }

    private func rows(of realm: Realm, _ database: any SQLDatabase) async throws -> Int? {
        try await database.read { try $0.value("SELECT COUNT(*) FROM ledger WHERE realm = \(realm)") }
    }
}
