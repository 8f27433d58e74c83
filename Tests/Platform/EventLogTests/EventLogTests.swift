import Database
import EventLog
import Kernel
import TestSupport
import Testing

@Suite("The log")
struct EventLogTests {
    @Test("an act is answered once it is kept, with its rows", arguments: StorageEngine.allCases)
    func appends(on engine: StorageEngine) async throws {
        let log = try await LedgerLog(on: engine)
        _ = try await log.submit(OpenLedger(ledger: "a", number: "1", holder: "张三"), key: "k1")
        #expect(try await log.submit(BookAmount(ledger: "a", amount: 5), key: "k2").answer == 5)
        let total: Int? = try await log.database.read { try $0.value("SELECT total FROM ledger WHERE id = 'a'") }
        #expect(total == 5)
        let events = try await log.events()
        #expect(events.map(\.envelope.id) == ["01E0", "01E1"])
        #expect(events.map(\.envelope.version) == [1, 2])
        #expect(events[1].envelope.recordedAt == LedgerLog.morning)
    }

    @Test("a refused command writes nothing and leaves its key free", arguments: StorageEngine.allCases)
    func refusal(on engine: StorageEngine) async throws {
        let log = try await LedgerLog(on: engine)
        await #expect(throws: LedgerRefusal.overdrawn(by: 3)) {
            try await log.submit(BookAmount(ledger: "a", amount: -3), key: "k")
        }
        #expect(try await log.events().isEmpty)
        #expect(try await log.submit(BookAmount(ledger: "a", amount: 3), key: "k").answer == 3)
    }

    @Test("a rehearsal says what would be recorded or refused, and writes nothing", arguments: StorageEngine.allCases)
    func rehearsal(on engine: StorageEngine) async throws {
        let log = try await LedgerLog(on: engine)
        _ = try await log.submit(BookAmount(ledger: "a", amount: 5), key: "k1")
        let (actor, realm) = (Actor(kind: .officer, id: "O1"), Realm(1))
        let events = try await log.log.rehearse(BookAmount(ledger: "a", amount: 7), by: actor, in: realm)
        #expect(events.map(\.envelope.type) == ["Ledger.AmountBooked"])
        #expect(events.map(\.envelope.version) == [2])
        await #expect(throws: LedgerRefusal.overdrawn(by: 3)) {
            try await log.log.rehearse(BookAmount(ledger: "a", amount: -8), by: actor, in: realm)
        }
        #expect(try await log.events().count == 1)
        #expect(try await log.submit(BookAmount(ledger: "a", amount: 1), key: "k2").answer == 6)
    }

    @Test(
        "what was worked out of a stream is worked out again only when it gained events",
        arguments: StorageEngine.allCases
    )
    func remembered(on engine: StorageEngine) async throws {
        let log = try await LedgerLog(on: engine)
        _ = try await log.submit(BookAmount(ledger: "a", amount: 5), key: "k1")
        _ = try await log.submit(BookAmount(ledger: "b", amount: 7), key: "k2")
        func look(
            _ before: RememberedStates<Ledger, Int>
        ) async throws -> (states: RememberedStates<Ledger, Int>, totals: [String: Int], worked: Int) {
            try await log.log.read(Realm(1)) { reading in
                var (states, worked) = (before, 0)
                let totals = try states.values(of: ["a", "b", "none"], in: reading) { ledger in
                    worked += 1
                    return ledger.total
                }
                return (states, totals, worked)
            }
        }
        let first = try await look(RememberedStates())
        #expect(first.totals == ["a": 5, "b": 7] && first.worked == 2)
        let second = try await look(first.states)
        #expect(second.totals == first.totals && second.worked == 0)
        _ = try await log.submit(BookAmount(ledger: "b", amount: 1), key: "k3")
        let third = try await look(second.states)
        #expect(third.totals == ["a": 5, "b": 8] && third.worked == 1)
    }

    @Test(
        "the same key is answered again, not done again; another command under it is refused",
        arguments: StorageEngine.allCases
    )
    func keys(on engine: StorageEngine) async throws {
        let log = try await LedgerLog(on: engine)
        let first = try await log.submit(BookAmount(ledger: "a", amount: 5), key: "k")
        let again = try await log.submit(BookAmount(ledger: "a", amount: 5), key: "k")
        #expect(first.answer == again.answer)
        #expect(again.isReplay && !first.isReplay)
        await #expect(throws: EventLogError.keyReused(key: "k")) {
            try await log.submit(BookAmount(ledger: "a", amount: 6), key: "k")
        }
        #expect(try await log.submit(BookAmount(ledger: "a", amount: 6), key: "k", by: "O2").answer == 11)
    }

    @Test("who decided on an older version is told what happened since", arguments: StorageEngine.allCases)
    func stale(on engine: StorageEngine) async throws {
        let log = try await LedgerLog(on: engine)
        _ = try await log.submit(OpenLedger(ledger: "a", number: "1", holder: "张三"), key: "k1")
        _ = try await log.submit(BookAmount(ledger: "a", amount: 5, seen: 1), key: "k2")
        let expected = EventLogError.stale(
            stream: Ledger.stream("a"),
            seen: 1,
            current: 2,
            since: ["Ledger.AmountBooked"]
        )
        await #expect(throws: expected) {
            try await log.submit(BookAmount(ledger: "a", amount: 5, seen: 1), key: "k3")
        }
    }

    @Test(
        "of two hundred concurrent acts none is lost or doubled, and positions have no gap",
        arguments: StorageEngine.allCases
    )
    func concurrent(on engine: StorageEngine) async throws {
        let log = try await LedgerLog(on: engine)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    _ = try await log.submit(BookAmount(ledger: "l\(number % 7)", amount: 1), key: "k\(number)")
                }
            }
            try await group.waitForAll()
        }
        #expect(try await log.log.verify(LedgerLog.realm).events == 200)
        var sum = 0
        for number in 0..<7 { sum += try await log.state("l\(number)").total }
        #expect(sum == 200)
    }

    @Test("in a batch only the guilty command fails when a unique key is taken", arguments: StorageEngine.allCases)
    func guilty(on engine: StorageEngine) async throws {
        let log = try await LedgerLog(on: engine)
        let kept = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<20 {
                group.addTask {
                    let command = OpenLedger(ledger: "l\(number)", number: "\(number / 2)", holder: "李四")
                    do {
                        _ = try await log.submit(command, key: "k\(number)")
                        return true
                    } catch LedgerRefusal.numberTaken {
                        return false
                    } catch {
                        Issue.record("expected a named refusal, found \(error)")
                        return false
                    }
                }
            }
            return await group.reduce(into: 0) { count, isKept in count += isKept ? 1 : 0 }
        }
        #expect(kept == 10)
        #expect(try await log.log.verify(LedgerLog.realm).events == 10)
    }

    @Test(
        "a reactor answers in the same transaction; one that fails does not refuse the act",
        arguments: StorageEngine.allCases
    )
    func reactors(on engine: StorageEngine) async throws {
        let log = try await LedgerLog(on: engine)
        _ = try await log.submit(BookAmount(ledger: "a", amount: 101), key: "k1")
        _ = try await log.submit(BookAmount(ledger: "a", amount: 666), key: "k2")
        let events = try await log.events()
        let streams = ["ledger/a", "ledger/watch", "ledger/a", "reactor/large amounts"]
        #expect(events.map(\.envelope.stream.text) == streams)
        #expect(events[1].envelope.command.event == "01E0")
        #expect(events[1].envelope.actor == .system("large amounts"))
        #expect(events[3].payload is ReactionFailed)
    }

    @Test("the recorded time never goes back, though the clock does", arguments: StorageEngine.allCases)
    func clock(on engine: StorageEngine) async throws {
        let log = try await LedgerLog(on: engine)
        _ = try await log.submit(BookAmount(ledger: "a", amount: 1), key: "k1")
        let earlier = LedgerLog.log(on: log.database, at: Instant("2026-11-21"))
        let act = Act(realm: LedgerLog.realm, actor: .system("test"), key: "k2")
        _ = try await earlier.submit(BookAmount(ledger: "a", amount: 1), as: act)
        #expect(try await log.events()[1].envelope.recordedAt == LedgerLog.morning)
    }

    @Test("another node's acts are seen, not overwritten", arguments: StorageEngine.allCases)
    func nodes(on engine: StorageEngine) async throws {
        let log = try await LedgerLog(on: engine)
        let other = LedgerLog.log(on: log.database, seed: 8, at: Instant("2026-11-22", hour: 10))
        for round in 0..<5 {
            _ = try await log.submit(BookAmount(ledger: "a", amount: 1), key: "a\(round)")
            let act = Act(realm: LedgerLog.realm, actor: .system("other"), key: "b\(round)")
            _ = try await other.submit(BookAmount(ledger: "a", amount: 1), as: act)
        }
        #expect(try await log.submit(BookAmount(ledger: "a", amount: 0), key: "end").answer == 10)
    }
}
