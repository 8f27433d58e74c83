package import Access
package import Cryptography
package import Exchange
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
    /// A demonstration shows its codes to the administrator; a house in earnest takes accounts once it can send codes.
    package func publicAccounts(sendingBy sender: (any CodeSender)? = nil) -> PublicAccounts {
        PublicAccounts(
            access: accessStore,
            realm: realm,
            sender: isDemonstration ? outbox : sender,
            keys: PublicAccounts.Keys(
                number: ring.key(for: .blindIndex(field: "public-account/mobile")),
                seal: ring.key(for: .publicAccount)
            )
        )
    }

    /// Certifies the keys with which agencies sign what they issue.
    package var documentAuthority: DocumentAuthority {
        get throws {
            try folder.make()
            return DocumentAuthority(ring: ring, folder: folder.certificateFolder, clock: SystemClock())
        }
    }

    /// Who is told of what.
    ///
    /// - Parameters:
    ///   - links: where alerts lead.
    ///   - carrier: what takes them out of the program, if anything.
    /// - Returns: the alerts of this data home.
    package func alerts(links: AlertLinks, carrier: (any AlertCarrier)? = nil) -> AlertStore {
        AlertStore(
            log: log,
            realm: realm,
            key: ring.key(for: .alert),
            clock: SystemClock(),
            randomness: randomness,
            links: links,
            carrier: carrier
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
