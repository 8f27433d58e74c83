import CanonicalJSON
package import Cryptography
package import Database
package import Kernel

/// Keeps drafts, encrypted under a key of the ring, until they are handed in or thirty days old.
package struct SubmissionDrafts: Sendable {
    private let database: any SQLDatabase
    private let realm: Realm
    private let key: SecretKey
    private let clock: any WallClock
    private let randomness: any Randomness

    /// Drafts untouched for longer are removed; nobody has handed them in.
    package static let lifetime = Duration.seconds(30 * 86_400)

    package init(
        database: any SQLDatabase,
        realm: Realm,
        key: SecretKey,
        clock: any WallClock,
        randomness: any Randomness
    ) {
        self.database = database
        self.realm = realm
        self.key = key
        self.clock = clock
        self.randomness = randomness
    }

    /// Begins a draft for an item; its id is 125 random bits.
    package func begin(_ item: String) async throws -> SubmissionDraft {
        let draft = SubmissionDraft(id: randomness.code(25), item: item)
        try await save(draft)
        return draft
    }

    package func save(_ draft: SubmissionDraft) async throws {
        let plain = try CanonicalEncoder().encode(draft)
        let sealed = AuthenticatedCipher.seal(
            plain,
            key: key,
            bindingTo: Array(draft.id.utf8),
            randomness: randomness
        )
        let now = clock.now
        _ = try await database.write { [realm] writer in
            try writer.execute(
                """
                INSERT INTO submission_draft (realm, id, item_code, sealed, updated_at)
                VALUES (\(realm), \(draft.id), \(draft.item), \(sealed), \(now))
                    ON CONFLICT (realm, id) DO UPDATE SET sealed = excluded.sealed, updated_at = excluded.updated_at
                """
            )
        }
    }

    /// Returns `nil` when there is no such draft, or no longer.
    package func draft(_ id: String) async throws -> SubmissionDraft? {
        let oldest = clock.now - SubmissionDrafts.lifetime
        let sealed: [UInt8]? = try await database.read { [realm] reader in
            try reader.value(
                """
                SELECT sealed
                  FROM submission_draft
                 WHERE realm = \(realm)
                   AND id = \(id)
                   AND updated_at > \(oldest)
                """
            )
        }
        guard let sealed else { return nil }
        let plain = try AuthenticatedCipher.open(sealed, key: key, bindingTo: Array(id.utf8))
        return try CanonicalDecoder().decode(SubmissionDraft.self, from: plain)
    }

    package func remove(_ id: String) async throws {
        _ = try await database.write { [realm] writer in
            try writer.execute("DELETE FROM submission_draft WHERE realm = \(realm) AND id = \(id)")
        }
    }

    /// Removes what is older than `lifetime`; returns how many.
    package func sweep() async throws -> Int {
        let oldest = clock.now - SubmissionDrafts.lifetime
        return try await database.write { [realm] writer in
            try writer.execute("DELETE FROM submission_draft WHERE realm = \(realm) AND updated_at <= \(oldest)")
        }
    }
}
