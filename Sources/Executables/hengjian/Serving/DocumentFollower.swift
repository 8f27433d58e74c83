import Decisions
import EventLog
import Kernel

/// Makes the documents that acts of timers and applicants call for, and those that a stop of the program left open.
actor DocumentFollower {
    private let issuer: DocumentIssuer
    private let log: EventLog
    private let realm: Realm
    /// Where to go on; `nil` before the first turn.
    private var position: Int64?

    /// How far back the first turn looks: what was left open is younger than that.
    private static let lookBack: Int64 = 20_000

    init(issuer: DocumentIssuer, log: EventLog, realm: Realm) {
        self.issuer = issuer
        self.log = log
        self.realm = realm
    }

    func turn() async throws {
        let end = try await log.read(realm) { reading in try reading.nextPosition() }
        var from = position ?? max(0, end - DocumentFollower.lookBack)
        while from < end {
            let next = try await issuer.catchUp(in: realm, from: from)
            guard next > from else { break }
            from = next
            position = from
        }
    }
}
