import Cryptography
import EventLog
import Exchange
import Kernel
import Synchronization
import TestSupport
import Testing

@Suite("Realms talk by messages")
struct ExchangeTests {
    static let city = Realm(1)
    static let neighbor = Realm(2)

    struct Tell: Command {
        static let name = "Tell"
        let to: Int64
        let body: String
        let thenFail: Bool

        struct Failure: Error {}

        func run(in session: CommandSession) throws -> Message.ID {
            let id = try Message.send("CopyNotice", to: Realm(to), body: body, in: session)
            if thenFail { throw Failure() }
            return id
        }
    }

    /// Fails the first time it is asked, after the receiver already has the message.
    final class LossyCarrier: MessageCarrier {
        private let inner: LocalCarrier
        private let asked = Mutex(0)

        struct Lost: Error {}

        init(_ log: EventLog) {
            inner = LocalCarrier(log)
        }

        func carry(_ message: Message) async throws {
            try await inner.carry(message)
            let first = asked.withLock { count in
                count += 1
                return count == 1
            }
            if first { throw Lost() }
        }
    }

    private func log(on engine: StorageEngine) async throws -> EventLog {
        let log = EventLog(
            database: try await engine.open(EventLog.migrations + ExchangeModule.migrations),
            registry: EventRegistry(ExchangeModule.families),
            projections: ExchangeModule.projections,
            reactors: [],
            ring: .ephemeral(randomness: SeededRandomness(seed: 1)),
            clock: FixedClock(Instant("2026-11-22", hour: 9)),
            randomness: SeededRandomness(seed: 2)
        )
        try await log.create(ExchangeTests.city, isDemonstration: true)
        try await log.create(ExchangeTests.neighbor, isDemonstration: true)
        return log
    }

    private func tell(_ log: EventLog, _ body: String, to: Int64 = 2, thenFail: Bool = false) async throws {
        let command = Tell(to: to, body: body, thenFail: thenFail)
        let act = Act(realm: ExchangeTests.city, actor: .system("test"), key: "tell \(body)")
        _ = try await log.submit(command, as: act)
    }

    private func received(_ log: EventLog) async throws -> [String] {
        try await log.read(ExchangeTests.neighbor) { reading in
            try reading.events(from: 0, limit: 100).compactMap { event in
                guard case .received(let received)? = event.as(MessageEvent.self) else { return nil }
                return received.message.body
            }
        }
    }

    @Test("a message arrives once, in order, though its acknowledgement was lost", arguments: StorageEngine.allCases)
    func once(on engine: StorageEngine) async throws {
        let log = try await log(on: engine)
        try await tell(log, "甲")
        try await tell(log, "乙")
        let carrier = LossyCarrier(log)
        let first = try await log.deliverMessages(of: ExchangeTests.city, by: carrier)
        #expect(first.delivered == 1)
        #expect(first.waiting.count == 1)
        let second = try await log.deliverMessages(of: ExchangeTests.city, by: carrier)
        #expect(second.delivered == 1 && second.waiting.isEmpty)
        #expect(try await received(log) == ["甲", "乙"])
        #expect(try await log.deliverMessages(of: ExchangeTests.city, by: carrier).delivered == 0)
        #expect(try await log.rebuild(ExchangeTests.city, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("an act that is refused sends nothing")
    func refused() async throws {
        let log = try await log(on: .sqlite)
        await #expect(throws: Tell.Failure.self) { try await tell(log, "甲", thenFail: true) }
        #expect(try await log.deliverMessages(of: ExchangeTests.city, by: LocalCarrier(log)).delivered == 0)
    }

    @Test("a message to oneself, or longer than a message may be, is refused")
    func limits() async throws {
        let log = try await log(on: .sqlite)
        await #expect(throws: ExchangeError.toItself(ExchangeTests.city)) { try await tell(log, "甲", to: 1) }
        let long = String(repeating: "a", count: Message.longestBody + 1)
        await #expect(throws: ExchangeError.bodyTooLong(limit: Message.longestBody, found: long.utf8.count)) {
            try await tell(log, long)
        }
    }
}
