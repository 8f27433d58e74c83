import Cryptography
import Database
import Kernel

extension AccessStore {
    /// Replaces the password of who repeats the present one; all other sessions of the account end.
    ///
    /// - Throws: `AccessError.password`, `.locked`, `.overloaded`, `.unknownAccount`.
    package func changePassword(
        of principal: Principal,
        present: String,
        new: String,
        from address: String
    ) async throws {
        let id = principal.account
        guard let known = try await database.read({ reader in try reader.storedAccount(id) }) else {
            throw AccessError.unknownAccount(id)
        }
        let name = known.account.signInName
        try settings.passwordRules.check(new, for: name)
        let stored = try await confirm(present, of: name, from: address)
        let remembered = settings.passwordRules.remembered
        let earlier = try await database.read { reader in try reader.passwords(of: id, limit: remembered) }
        for hash in earlier.compactMap(PasswordHash.init) where try await verify(new, against: hash) {
            throw AccessError.password(.usedBefore(remembered: remembered))
        }
        let changed = entry(
            .passwordChanged,
            by: id.text,
            on: id.text,
            session: principal.session,
            from: address
        )
        try await store(new, of: stored, mustChange: false, keeping: principal.session, changed)
    }

    /// Gives an account a password that must be changed at the first sign-in; all its sessions end.
    ///
    /// `administrator` is `nil` for the operator at the machine.
    ///
    /// - Throws: `AccessError.ownAccount` for the administrator's own, `.unknownAccount`, `.password`.
    package func resetPassword(
        of account: Account.ID,
        to password: String,
        by administrator: Principal?,
        from address: String
    ) async throws {
        guard account != administrator?.account else { throw AccessError.ownAccount }
        guard let stored = try await database.read({ reader in try reader.storedAccount(account) }) else {
            throw AccessError.unknownAccount(account)
        }
        try settings.passwordRules.check(password, for: stored.account.signInName)
        let reset = entry(
            .passwordReset,
            by: administrator?.account.text ?? "",
            on: account.text,
            session: administrator?.session ?? "",
            from: address
        )
        try await store(password, of: stored, mustChange: true, keeping: "", reset)
    }

    func hashed(_ password: String) async throws -> String {
        do throws(CryptographyError) {
            return try await hashing.hash(password, randomness: randomness).text
        } catch {
            throw AccessStore.refusal(error)
        }
    }

    func verify(_ password: String, against hash: PasswordHash?) async throws -> Bool {
        do throws(CryptographyError) {
            return try await hashing.verify(password, against: hash)
        } catch {
            throw AccessStore.refusal(error)
        }
    }

    private static func refusal(_ error: CryptographyError) -> any Error {
        if case .passwordsOverloaded = error { AccessError.overloaded } else { error }
    }

    func store(
        _ password: String,
        of stored: StoredAccount,
        mustChange: Bool,
        keeping session: String,
        _ audit: AuditEntry
    ) async throws {
        let account = stored.account
        let now = clock.now
        let next = StoredPassword(
            ordinal: stored.password.ordinal + 1,
            hash: try await hashed(password),
            mustChange: mustChange,
            setAt: now
        )
        try await database.write { writer in
            try writer.insert(next, of: account.id)
            try writer.forgiveTries(of: AccessStore.digest(ofName: account.signInName.text))
            try writer.endSessions(of: account.id, except: session, at: now)
            try writer.append(audit)
        }
    }
}
