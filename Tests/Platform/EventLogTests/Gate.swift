import Database
import EventLog
import Foundation
import Kernel
import Synchronization

/// Holds the transaction that books into a ledger named `gate…` until it is let through, so that a test knows what
/// stands still meanwhile.
final class Gate: Projection {
    let name = "gate"
    let version = 1
    let tables: [ProjectionTable] = []

    /// Nobody opened it in a minute: the test has failed, and must not hang.
    struct Shut: Error {
        let key: String
    }

    private struct Door {
        var isOpen = false
        var isReached = false
    }

    private let doors = Mutex<[String: Door]>([:])

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let key = event.envelope.stream.key
        guard key.hasPrefix("gate") else { return [] }
        doors.withLock { $0[key, default: Door()].isReached = true }
        for _ in 0..<60_000 {
            if doors.withLock({ $0[key, default: Door()].isOpen }) { return [] }
            usleep(1_000)
        }
        throw Shut(key: key)
    }

    func open(_ key: String) { doors.withLock { $0[key, default: Door()].isOpen = true } }

    /// Returns once a transaction stands at the door.
    func reached(_ key: String) async throws {
        while !doors.withLock({ $0[key, default: Door()].isReached }) { try await Task.sleep(for: .milliseconds(1)) }
    }
}

/// What a watched command went through.
final class Watch: Sendable {
    private let state = Mutex((submitted: 0, found: [Int]()))

    func submitted() { state.withLock { $0.submitted += 1 } }
    func found(_ total: Int) { state.withLock { $0.found.append(total) } }

    /// The totals that were found each time the command was decided.
    var found: [Int] { state.withLock { $0.found } }

    /// Returns once as many commands were handed over, with some time to take their places.
    func submitted(_ count: Int) async throws {
        while state.withLock({ $0.submitted < count }) { try await Task.sleep(for: .milliseconds(1)) }
        try await Task.sleep(for: .milliseconds(200))
    }

    /// Returns once a command was decided.
    func decided() async throws {
        while found.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
    }
}

/// Any command, watched.
struct Watched<Inner: Command>: Command {
    static var name: String { Inner.name }
    let inner: Inner
    let watch: Watch
    /// The ledger whose total is noted when the command is decided.
    var ledger: String?

    func encode(to encoder: any Encoder) throws {
        watch.submitted()
        try inner.encode(to: encoder)
    }

    func run(in session: CommandSession) throws -> Inner.Answer {
        if let ledger { watch.found(try session.load(Ledger.self, ledger).state.total) }
        return try inner.run(in: session)
    }

    func refusal(forTaken key: String) -> (any Error)? { inner.refusal(forTaken: key) }
}

/// Says what the table holds of a ledger, and books one into another, so that it must be written.
struct LookUpTotal: Command {
    static let name = "LookUpTotal"
    var ledger: String
    var noting: String

    func run(in session: CommandSession) throws -> Int {
        let total: Int? = try session.reader.value(
            "SELECT total FROM ledger WHERE realm = \(session.realm) AND id = \(ledger)"
        )
        try session.append(.booked(AmountBooked(amount: Open(1), note: "n")), to: Ledger.self, noting)
        return total ?? -1
    }
}
