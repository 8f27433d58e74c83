package import Access
import Cryptography
import Kernel

extension House {
    /// The identity store; signing in and sessions follow the machine's clock, also in a demonstration.
    package var accessStore: AccessStore {
        AccessStore(
            database: database,
            hashing: PasswordHashing(),
            clock: SystemClock(),
            randomness: randomness,
            factorKey: ring.key(for: .secondFactor)
        )
    }

    /// The accounts of the public in this data home.
    ///
    /// Only a demonstration has somebody to send codes; until a gateway is there, a house in earnest takes none.
    package var publicAccounts: PublicAccounts {
        PublicAccounts(
            access: accessStore,
            realm: realm,
            sender: isDemonstration ? outbox : nil,
            keys: PublicAccounts.Keys(
                number: ring.key(for: .blindIndex(field: "public-account/mobile")),
                seal: ring.key(for: .publicAccount)
            )
        )
    }

    /// What a demonstration would have sent to telephones.
    package var outbox: OutboxSender {
        OutboxSender(
            database: database,
            key: ring.key(for: .publicAccount),
            clock: SystemClock(),
            randomness: randomness
        )
    }
}
