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

    /// Changes a draft as it stands by now; of two who change it at once, the second finds what the first left.
    ///
    /// - Returns: the draft as it is then, and what `body` answers; `nil` when there is no such draft, or no longer.
    package func change<Answer: Sendable>(
        _ id: String,
        _ body: @escaping @Sendable (inout SubmissionDraft) throws -> Answer
    ) async throws -> (draft: SubmissionDraft, answer: Answer)? {
        let now = clock.now
        let oldest = now - SubmissionDrafts.lifetime
        return try await database.write { [realm] writer in
            // The row is taken before it is read, so that nobody else reads it until this is done.
            try writer.execute(
                """
                UPDATE submission_draft
                   SET updated_at = \(now)
                 WHERE realm = \(realm)
                   AND id = \(id)
                   AND updated_at > \(oldest)
                """
            )
            let found: [UInt8]? = try writer.value(
                """
                SELECT sealed
                  FROM submission_draft
                 WHERE realm = \(realm)
                   AND id = \(id)
                   AND updated_at > \(oldest)
                """
            )
            guard let found else { return nil }
            let before = try opened(found, id)
            var draft = before
            let answer = try body(&draft)
            guard draft != before else { return (draft, answer) }
            draft.version = (before.version ?? 0) + 1
            let changed = try sealed(draft)
            try writer.execute(
                "UPDATE submission_draft SET sealed = \(changed) WHERE realm = \(realm) AND id = \(id)"
            )
            return (draft, answer)
        }
    }

    private func opened(_ sealed: [UInt8], _ id: String) throws -> SubmissionDraft {
        let plain = try AuthenticatedCipher.open(sealed, key: key, bindingTo: Array(id.utf8))
        return try CanonicalDecoder().decode(SubmissionDraft.self, from: plain)
    }

    private func sealed(_ draft: SubmissionDraft) throws -> [UInt8] {
        let plain = try CanonicalEncoder().encode(draft)
        return AuthenticatedCipher.seal(plain, key: key, bindingTo: Array(draft.id.utf8), randomness: randomness)
    }

    package func save(_ draft: SubmissionDraft) async throws {
        let sealed = try sealed(draft)
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
        return try opened(sealed, id)
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
