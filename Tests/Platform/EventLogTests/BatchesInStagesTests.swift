import Database
import EventLog
import Kernel
import Synchronization
import TestSupport
import Testing

/// One batch is written while the next is decided; the gate makes it known which is which.
@Suite("Batches in stages", .timeLimit(.minutes(2)))
struct BatchesInStagesTests {
    private let folder: TemporaryFolder
    private let gate = Gate()
    private let watch = Watch()

    init() throws {
        folder = try TemporaryFolder()
    }

    private func ledgers(on engine: StorageEngine, batches: Int = 64) async throws -> LedgerLog {
        let log = try await LedgerLog(in: engine.open(in: folder), beside: [gate], batches: batches)
        _ = try await log.submit(OpenLedger(ledger: "a", number: "1", holder: "张三"), key: "a")
        return log
    }

    private func watched<C: Command>(_ command: C, ledger: String? = nil) -> Watched<C> {
        Watched(inner: command, watch: watch, ledger: ledger)
    }

    /// Runs `late` while the batch of `first` and `gate-1` is being written, and lets that batch through once `late` was
    /// decided, or at once where it is not to be seen deciding.
    private func race<First: Command, Late: Command>(
        _ log: LedgerLog,
        _ first: First,
        then late: Watched<Late>,
        seesDeciding: Bool = true
    ) async throws -> (first: Result<First.Answer, any Error>, late: Result<Late.Answer, any Error>) {
        func submit<C: Command>(_ command: C, _ key: String) async -> Result<C.Answer, any Error> {
            do { return .success(try await log.submit(command, key: key).answer) } catch { return .failure(error) }
        }
        let watch = watch
        async let before = submit(BookAmount(ledger: "gate-0", amount: 0), "gate-0")
        try await gate.reached("gate-0")
        async let firsts = submit(Watched(inner: first, watch: watch), "first")
        async let beside = submit(Watched(inner: BookAmount(ledger: "gate-1", amount: 0), watch: watch), "gate-1")
        try await watch.submitted(2)
        gate.open("gate-0")
        try await gate.reached("gate-1")
        async let lates = submit(late, "late")
        if seesDeciding { try await watch.decided() } else { try await watch.submitted(3) }
        gate.open("gate-1")
        let answers = await (firsts, lates)
        _ = try await (before.get(), beside.get())
        return answers
    }

    @Test("a batch is decided on what the one before came to, while that is written", arguments: StorageEngine.allCases)
    func decidedAhead(on engine: StorageEngine) async throws {
        let log = try await ledgers(on: engine)
        let late = watched(BookAmount(ledger: "a", amount: -4, seen: 2), ledger: "a")
        let answers = try await race(log, BookAmount(ledger: "a", amount: 5), then: late)
        #expect(try answers.first.get() == 5)
        #expect(try answers.late.get() == 1)
        #expect(watch.found == [5], "decided once, on what was not yet written")
        let total: Int? = try await log.database.read { try $0.value("SELECT total FROM ledger WHERE id = 'a'") }
        #expect(total == 1)
        #expect(try await log.log.verify(LedgerLog.realm).events == 5)
    }

    @Test("who looks something up waits until the batch before is written", arguments: StorageEngine.allCases)
    func lookedUp(on engine: StorageEngine) async throws {
        let log = try await ledgers(on: engine)
        let late = watched(LookUpTotal(ledger: "a", noting: "b"), ledger: "a")
        let answers = try await race(log, BookAmount(ledger: "a", amount: 5), then: late)
        #expect(try answers.late.get() == 5)
        #expect(watch.found == [5])
    }

    @Test("what was decided on a batch that failed is decided anew", arguments: StorageEngine.allCases)
    func decidedAnew(on engine: StorageEngine) async throws {
        let log = try await ledgers(on: engine)
        // The number is taken, which only the table knows.
        let first = OpenLedger(ledger: "b", number: "1", holder: "李四")
        let late = watched(BookAmount(ledger: "b", amount: 3), ledger: "b")
        let answers = try await race(log, first, then: late)
        #expect(throws: LedgerRefusal.numberTaken) { try answers.first.get() }
        #expect(try answers.late.get() == 3)
        #expect(watch.found.count == 2)
        let versions = try await log.events().filter { $0.envelope.stream == Ledger.stream("b") }.map(
            \.envelope.version
        )
        #expect(versions == [1], "the refused opening left no gap")
        #expect(try await log.log.verify(LedgerLog.realm).events == 4)
    }

    @Test("who looked something up for a batch that failed is decided anew, too", arguments: StorageEngine.allCases)
    func lookedUpAnew(on engine: StorageEngine) async throws {
        let log = try await ledgers(on: engine)
        let first = OpenLedger(ledger: "b", number: "1", holder: "李四")
        let late = watched(LookUpTotal(ledger: "b", noting: "c"), ledger: "b")
        let answers = try await race(log, first, then: late)
        #expect(throws: LedgerRefusal.numberTaken) { try answers.first.get() }
        #expect(try answers.late.get() == -1)
    }

    @Test("an act repeated before the first is written is answered, not done again", arguments: StorageEngine.allCases)
    func repeated(on engine: StorageEngine) async throws {
        let log = try await ledgers(on: engine)
        async let before = log.submit(BookAmount(ledger: "gate-0", amount: 0), key: "gate-0")
        try await gate.reached("gate-0")
        async let first = log.submit(watched(BookAmount(ledger: "a", amount: 5)), key: "same")
        async let beside = log.submit(watched(BookAmount(ledger: "gate-1", amount: 0)), key: "gate-1")
        try await watch.submitted(2)
        gate.open("gate-0")
        try await gate.reached("gate-1")
        async let again = log.submit(watched(BookAmount(ledger: "a", amount: 5), ledger: "a"), key: "same")
        try await watch.decided()
        gate.open("gate-1")
        let receipts = try await [first, again]
        #expect(receipts.map(\.answer) == [5, 5])
        #expect(receipts.map(\.isReplay).filter { $0 }.count == 1)
        _ = try await (before, beside)
        #expect(try await log.state("a").total == 5)
    }

    @Test("another node's act between two batches is seen, not overwritten", arguments: StorageEngine.allCases)
    func otherNode(on engine: StorageEngine) async throws {
        let log = try await ledgers(on: engine)
        let other = LedgerLog.log(on: log.database, seed: 8, at: LedgerLog.morning)
        let act = Act(realm: LedgerLog.realm, actor: .system("other"), key: "other")
        async let between = other.submit(BookAmount(ledger: "a", amount: 100), as: act)
        let late = watched(BookAmount(ledger: "a", amount: 1), ledger: "a")
        let answers = try await race(log, BookAmount(ledger: "a", amount: 10), then: late)
        _ = try await (between, answers.first.get(), answers.late.get())
        #expect(try await log.state("a").total == 111)
        let total: Int? = try await log.database.read { try $0.value("SELECT total FROM ledger WHERE id = 'a'") }
        #expect(total == 111)
        #expect(try await log.log.verify(LedgerLog.realm).events == 6)
    }

    @Test("a flush that the database refuses is not tried again: everybody is told, and the process is to end")
    func refusedFlush() async throws {
        let database = RefusingDatabase(try await StorageEngine.sqlite.open(in: folder))
        let told = Watch()
        let log = try await LedgerLog(in: database, beside: [gate])
        let refused = LedgerLog.log(
            on: database,
            at: LedgerLog.morning,
            beside: [gate],
            flushFailed: { _ in told.found(1) }
        )
        func book(_ ledger: String, _ key: String) async -> Result<Int, any Error> {
            let act = Act(realm: LedgerLog.realm, actor: .system("test"), key: key)
            let command = watched(BookAmount(ledger: ledger, amount: 1))
            do { return .success(try await refused.submit(command, as: act).answer) } catch { return .failure(error) }
        }
        async let before = book("gate-0", "gate-0")
        try await gate.reached("gate-0")
        async let first = book("a", "first")
        async let second = book("b", "second")
        try await watch.submitted(3)
        database.refuses.store(true, ordering: .releasing)
        gate.open("gate-0")
        let results = await [first, second]
        for result in results {
            #expect(throws: DatabaseError.flushFailed("refused")) { try result.get() }
        }
        #expect(try await before.get() == 1)
        #expect(told.found == [1])
        #expect(try await log.events().count == 1)
    }

    @Test("nothing personal is recorded about somebody while the erasure is written", arguments: StorageEngine.allCases)
    func erased(on engine: StorageEngine) async throws {
        let log = try await ledgers(on: engine)
        let erasure = EraseSubject(subject: "S-b", article: "个人信息保护法 §47", reason: "本人请求")
        _ = try await log.submit(OpenLedger(ledger: "b", number: "2", holder: "王五"), key: "b")
        let late = watched(OpenLedger(ledger: "b", number: "3", holder: "王五"))
        let answers = try await race(log, erasure, then: late, seesDeciding: false)
        #expect(try answers.first.get())
        #expect(throws: EventLogError.subjectErased(subject: "S-b")) { try answers.late.get() }
    }

    @Test(
        "of many acts of all fates none is lost, doubled or decided on what was not kept",
        arguments: StorageEngine.allCases
    )
    func soak(on engine: StorageEngine) async throws {
        let log = try await ledgers(on: engine)
        let booked = try await withThrowingTaskGroup(of: [String: Int].self) { group in
            for client in 0..<12 {
                group.addTask { try await Self.client(client, log) }
            }
            return try await group.reduce(into: [String: Int]()) { sums, own in sums.merge(own) { $0 + $1 } }
        }
        for (ledger, sum) in booked {
            #expect(try await log.state(ledger).total == sum, "\(ledger)")
        }
        let check = try await log.log.verify(LedgerLog.realm)
        let next = try await log.log.read(LedgerLog.realm) { try $0.nextPosition() }
        #expect(Int64(check.events) == next, "positions have no gap")
        let rows: [Int] = try await log.database.read { reader in
            try reader.rows("SELECT total FROM ledger WHERE id <> 'a'").map { try $0[0] }
        }
        #expect(rows.count == 12, "each number was given once")
    }

    /// One client's acts, one after the other, and what they booked.
    private static func client(_ client: Int, _ log: LedgerLog) async throws -> [String: Int] {
        var sums: [String: Int] = [:]
        for round in 0..<24 {
            let key = "\(client)-\(round)"
            let ledger = "l\((client + round) % 5)"
            switch round % 6 {
            case 0:
                // Two of each number are asked for; one of the two is refused.
                let own = OpenLedger(
                    ledger: "o\(client)-\(round)",
                    number: "n\(client / 2)-\(round % 12)",
                    holder: "赵六"
                )
                await #expect(throws: Never.self) {
                    do { _ = try await log.submit(own, key: key) } catch LedgerRefusal.numberTaken {}
                }
            case 1:
                await #expect(throws: LedgerRefusal.self) {
                    try await log.submit(BookAmount(ledger: ledger, amount: -1_000_000), key: key)
                }
            case 2:
                _ = try await log.submit(LookUpTotal(ledger: "a", noting: ledger), key: key)
                sums[ledger, default: 0] += 1
            case 3:
                async let once = log.submit(BookAmount(ledger: ledger, amount: 7), key: key)
                async let twice = log.submit(BookAmount(ledger: ledger, amount: 7), key: key)
                let receipts = try await [once, twice]
                #expect(receipts[0].answer == receipts[1].answer)
                sums[ledger, default: 0] += 7
            default:
                _ = try await log.submit(BookAmount(ledger: ledger, amount: round), key: key)
                sums[ledger, default: 0] += round
            }
        }
        return sums
    }
}

/// A database whose next commits fail as those of a medium that refuses a flush, once it is told to.
private final class RefusingDatabase: SQLDatabase {
    let refuses = Atomic(false)
    private let inner: any SQLDatabase

    init(_ inner: any SQLDatabase) { self.inner = inner }

    var engine: DatabaseEngine { inner.engine }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any SQLReader) throws -> Answer
    ) async throws -> Answer {
        try await inner.read(body)
    }

    func commit<Answer: Sendable>(
        _ body: @escaping @Sendable (any SQLWriter) throws -> Answer
    ) async throws -> Committed<Answer> {
        // Once only: what is tried again would succeed.
        if refuses.exchange(false, ordering: .acquiringAndReleasing) { throw DatabaseError.flushFailed("refused") }
        return try await inner.commit(body)
    }

    func observer() async throws -> (any SQLObserver)? { try await inner.observer() }
    func durability() async throws -> String { try await inner.durability() }
    func backup(to path: String) async throws { try await inner.backup(to: path) }
    func close() async { await inner.close() }
}
