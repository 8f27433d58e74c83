import Access
import Cryptography
import Database
import Directory
import EventLog
import Kernel
import Synchronization
import TestSupport

/// A clock that a test moves.
final class HandClock: WallClock {
    private let moment: Mutex<Instant>

    init(_ moment: Instant) { self.moment = Mutex(moment) }

    var now: Instant { moment.withLock { $0 } }

    func pass(minutes: Int) { moment.withLock { $0 = $0 + .seconds(minutes * 60) } }
}

/// An identity store on a fresh database with one account, whose password is known.
struct IdentityStore {
    static let name: SignInName = "liming"
    static let password = "Guangan-2026"
    static let realm = Realm(1)
    let database: any SQLDatabase
    let clock: HandClock
    let store: AccessStore
    let account: Account.ID

    init(on engine: StorageEngine, holder: AccountHolder = .officer("O1"), mustChange: Bool = false) async throws {
        database = try await engine.open(EventLog.migrations + AccessModule.migrations + DirectoryModule.migrations)
        clock = HandClock(Instant("2026-05-20", hour: 9))
        store = AccessStore(
            database: database,
            // The least argon2 computes: these tests are about steps, not about cost.
            hashing: PasswordHashing(cost: PasswordCost(memoryKiB: 8, passes: 1, lanes: 1)),
            clock: clock,
            randomness: SystemRandomness(),
            factorKey: SecretKey(randomness: SystemRandomness())
        )
        account = try await store.createAccount(
            Self.name,
            for: holder,
            in: Self.realm,
            displayName: "李明",
            password: Self.password,
            mustChange: mustChange,
            by: nil,
            from: "test"
        )
    }

    func signIn(
        _ name: String = IdentityStore.name.text,
        _ password: String = IdentityStore.password
    ) async throws
        -> SignedIn
    {
        try await store.signIn(name: name, password: password, from: "192.0.2.1")
    }

    /// Signs in and begins a session, as the web server does; the answer is the session's key.
    func session(_ identifier: String) async throws -> Digest {
        let key = SHA256Hash.of(Array(identifier.utf8))
        try await store.beginSession(of: signIn().account, under: key)
        return key
    }

    /// The kinds of all audit entries, oldest first.
    func audit() async throws -> [AuditEntry.Kind] {
        clock.pass(minutes: 1)
        let moment = clock.now
        return try await database.read { try $0.auditEntries(before: moment, limit: 1_000) }.reversed().map(\.kind)
    }
}
