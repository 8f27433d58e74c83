import Database
import EventLog
import Kernel
import TestSupport
import Testing

/// A fact that only readers of level 2 know.
struct StampAffixed: EventPayload {
    static let type = "Stamp.Affixed"
    static let sinceReader = 2
    var text: String
}

enum StampEvent: EventFamily {
    case affixed(StampAffixed)

    static let members = [EventMember(StampAffixed.self, StampEvent.affixed)]

    var payload: any EventPayload {
        switch self {
        case .affixed(let payload): payload
        }
    }
}

struct Stamp: Aggregate {
    static let category = "stamp"
    private(set) var count = 0

    init() {}

    mutating func evolve(_ event: StampEvent, _ envelope: Envelope) { count += 1 }
}

struct AffixStamp: Command {
    static let name = "AffixStamp"

    func run(in session: CommandSession) throws -> Int {
        try session.append(.affixed(StampAffixed(text: "收讫")), to: Stamp.self, "1").count
    }
}

@Suite("Nodes of two releases on one log")
struct EventReaderTests {
    private static let older = EventReader(level: 1, release: "0.1")
    private static let newer = EventReader(level: 2, release: "0.2")

    private func act(_ key: String) -> Act {
        Act(realm: LedgerLog.realm, actor: Actor(kind: .officer, id: "O1"), key: key)
    }

    @Test(
        "new events wait until every node can read them; then an older node refuses acts and names the release",
        arguments: StorageEngine.allCases
    )
    func rollOut(on engine: StorageEngine) async throws {
        let house = try await LedgerLog(on: engine)
        let old = LedgerLog.log(on: house.database, at: LedgerLog.morning, reader: Self.older)
        let new = LedgerLog.log(on: house.database, seed: 8, at: LedgerLog.morning, reader: Self.newer)

        // The newer node runs beside the older one: it writes what both can read, and nothing else.
        await #expect(throws: EventLogError.notYetWritable(type: "Stamp.Affixed")) {
            try await new.submit(AffixStamp(), as: act("early"))
        }
        _ = try await new.submit(OpenLedger(ledger: "a", number: "1", holder: "王五"), as: act("both"))
        _ = try await old.submit(BookAmount(ledger: "a", amount: 7), as: act("old"))

        // The operator says that every node was upgraded. One was forgotten.
        try await new.raiseMinimumReader(of: LedgerLog.realm)
        #expect(try await new.submit(AffixStamp(), as: act("stamp")).answer == 1)
        await #expect(throws: EventLogError.needsRelease("0.2")) {
            try await old.submit(BookAmount(ledger: "a", amount: 1), as: act("late"))
        }
        await #expect(throws: EventLogError.needsRelease("0.2")) {
            try await old.raiseMinimumReader(of: LedgerLog.realm)
        }
        // What it can read it still shows.
        let total = try await old.read(LedgerLog.realm) { try $0.state(Ledger.self, "a").state.total }
        #expect(total == 7)
        #expect(try await new.verify(LedgerLog.realm).events == 3)
    }

    @Test("a fresh realm has no older nodes", arguments: StorageEngine.allCases)
    func fresh(on engine: StorageEngine) async throws {
        let database = try await engine.open(EventLog.migrations + [LedgerProjection.migration])
        let new = LedgerLog.log(on: database, at: LedgerLog.morning, reader: Self.newer)
        try await new.create(LedgerLog.realm, isDemonstration: false)
        #expect(try await new.submit(AffixStamp(), as: act("stamp")).answer == 1)
    }
}
