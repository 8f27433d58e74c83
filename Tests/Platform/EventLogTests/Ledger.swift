import Cryptography
import Database
import EventLog
import Kernel
import TestSupport

/// A small aggregate with every kind of section, to test the log with.
struct Ledger: Aggregate {
    static let category = "ledger"
    private(set) var total = 0
    private(set) var holder: String?
    private(set) var isHolderErased = false

    init() {}

    mutating func evolve(_ event: LedgerEvent, _ envelope: Envelope) {
        switch event {
        case .opened(let opened):
            holder = opened.holder.value?.name
            isHolderErased = opened.holder.value == nil
        case .booked(let booked):
            total += booked.amount.value
        }
    }
}

enum LedgerEvent: EventFamily {
    case opened(LedgerOpened)
    case booked(AmountBooked)

    static let members = [
        EventMember(LedgerOpened.self, LedgerEvent.opened), EventMember(AmountBooked.self, LedgerEvent.booked),
    ]

    var payload: any EventPayload {
        switch self {
        case .opened(let payload): payload
        case .booked(let payload): payload
        }
    }
}

struct LedgerOpened: EventPayload {
    static let type = "Ledger.Opened"
    struct Holder: Codable { var name: String }
    var number: Open<String>
    var holder: Personal<Holder>
    var remark: ForParty<String>
}

struct AmountBooked: EventPayload {
    static let type = "Ledger.AmountBooked"
    var amount: Open<Int>
    var note: String
}

enum LedgerRefusal: Error, Equatable {
    case overdrawn(by: Int)
    case numberTaken
}

struct OpenLedger: Command {
    static let name = "OpenLedger"
    var ledger: String
    var number: String
    var holder: String

    func run(in session: CommandSession) throws -> String {
        try session.append(
            .opened(
                LedgerOpened(
                    number: Open(number),
                    holder: .present(subject: "S-\(ledger)", .init(name: holder)),
                    remark: ForParty("welcome", party: "P1")
                )
            ),
            to: Ledger.self,
            ledger
        )
        return ledger
    }

    func refusal(forTaken key: String) -> (any Error)? { LedgerRefusal.numberTaken }
}

struct BookAmount: Command {
    static let name = "BookAmount"
    var ledger: String
    var amount: Int
    var seen: Int?

    func run(in session: CommandSession) throws -> Int {
        if let seen { try session.requireSeen(seen, Ledger.self, ledger) }
        let total = try session.load(Ledger.self, ledger).state.total + amount
        guard total >= 0 else { throw LedgerRefusal.overdrawn(by: -total) }
        try session.append(.booked(AmountBooked(amount: Open(amount), note: "n")), to: Ledger.self, ledger)
        return total
    }
}

struct LedgerProjection: Projection {
    let name = "ledger"
    let version = 1
    let tables = [
        ProjectionTable(
            "ledger",
            rows: { realm in "SELECT id, number, total FROM ledger WHERE realm = \(realm) ORDER BY id" }
        )
    ]

    static let migration = Migration(
        "2026_11_22_9_CreateLedger",
        [
            """
            CREATE TABLE ledger (
                realm BIGINT NOT NULL,
                id TEXT NOT NULL,
                number TEXT NOT NULL,
                total BIGINT NOT NULL,
                PRIMARY KEY (realm, id),
                UNIQUE (realm, number)
            )
            """
        ]
    )

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let key = event.envelope.stream.key
        switch event.as(LedgerEvent.self) {
        case .opened(let opened)?:
            return [
                """
                INSERT INTO ledger (realm, id, number, total)
                VALUES (\(event.realm), \(key), \(opened.number.value), 0)
                """
            ]
        case .booked(let booked)?:
            return [
                "UPDATE ledger SET total = total + \(booked.amount.value) WHERE realm = \(event.realm) AND id = \(key)"
            ]
        case nil: return []
        }
    }
}

/// Notes amounts over 100 in a stream of its own; fails on 666.
struct LargeAmountReactor: Reactor {
    let name = "large amounts"

    struct Failure: Error {}

    func react(to event: RecordedEvent, in session: CommandSession) throws {
        guard case .booked(let booked)? = event.as(LedgerEvent.self), booked.amount.value > 100 else { return }
        guard booked.amount.value != 666 else { throw Failure() }
        try session.append(.booked(AmountBooked(amount: Open(1), note: "large")), to: Ledger.self, "watch")
    }
}

/// A log on a fresh database with one realm.
struct LedgerLog {
    static let realm = Realm(1)
    static let morning = Instant("2026-11-22", hour: 9)
    let database: any SQLDatabase
    let log: EventLog

    init(on engine: StorageEngine) async throws {
        try await self.init(in: try await engine.open())
    }

    /// Makes the log in an empty database; `others` are projections beside the ledger's.
    init(in database: any SQLDatabase, beside others: [any Projection] = [], batches: Int = 64) async throws {
        self.database = database
        try await Migrator(EventLog.migrations + [LedgerProjection.migration]).migrate(database)
        log = LedgerLog.log(on: database, at: LedgerLog.morning, beside: others, batches: batches)
        try await log.create(LedgerLog.realm, isDemonstration: true)
    }

    static func log(
        on database: any SQLDatabase,
        seed: UInt64 = 7,
        at now: Instant,
        beside others: [any Projection] = [],
        batches: Int = 64,
        reader: EventReader = .current,
        ring: KeyRing = .ephemeral(randomness: SeededRandomness(seed: 1)),
        flushFailed: @escaping @Sendable (String) -> Void = { _ in }
    ) -> EventLog {
        EventLog(
            database: database,
            registry: EventRegistry([LedgerEvent.self, StampEvent.self]),
            projections: [LedgerProjection()] + others,
            reactors: [LargeAmountReactor()],
            ring: ring,
            clock: FixedClock(now),
            randomness: SeededRandomness(seed: seed),
            settings: EventLogSettings(greatestBatch: batches, reader: reader, flushFailed: flushFailed)
        )
    }

    func submit<C: Command>(_ command: C, key: String, by actor: String = "O1") async throws -> Receipt<C.Answer> {
        try await log.submit(
            command,
            as: Act(realm: LedgerLog.realm, actor: Actor(kind: .officer, id: actor), key: key)
        )
    }

    func events() async throws -> [RecordedEvent] {
        try await log.read(LedgerLog.realm) { try $0.events(from: 0, limit: 100) }
    }

    func state(_ ledger: String) async throws -> Ledger {
        try await log.read(LedgerLog.realm) { try $0.state(Ledger.self, ledger).state }
    }
}
