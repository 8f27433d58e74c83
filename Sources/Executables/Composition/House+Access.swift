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
}
