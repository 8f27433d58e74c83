import Cryptography
import Database
import Kernel

/// A try to sign in that was let through to the check of the password.
struct OpenTry: Sendable {
    let id: String
    let name: String
    let account: StoredAccount?
}

/// What follows from a password that was right.
package struct SignedIn: Sendable {
    package let account: Account.ID
    package let mustChangePassword: Bool
}

extension AccessStore {
    /// Returns the account of who knows name and password; the web server then begins a new session for it.
    ///
    /// A name nobody has takes the same steps and the same time as a wrong password, and is closed alike.
    ///
    /// - Throws: `AccessError.wrongNameOrPassword`, `.locked`, `.overloaded`.
    package func signIn(name: String, password: String, from address: String) async throws -> SignedIn {
        let tried = try await openTry(name: name, from: address)
        let isRight = try await check(password, tried)
        guard isRight, let stored = tried.account else {
            try await close(tried, from: address)
            throw AccessError.wrongNameOrPassword
        }
        let now = clock.now
        let account = stored.account.id
        let signedIn = entry(.signedIn, by: account.text, on: account.text, from: address)
        let rehashed = try await renewedHash(of: password, stored.password)
        try await database.write { writer in
            try writer.closeTry(tried.id, .succeeded)
            if let rehashed { try writer.rehash(account, stored.password.ordinal, rehashed) }
            try writer.append(signedIn)
        }
        return SignedIn(account: account, mustChangePassword: mustChange(stored, now))
    }

    /// Tells whether a reset demands a new password, or its age; the public's passwords do not age.
    func mustChange(_ stored: StoredAccount, _ now: Instant) -> Bool {
        let password = stored.password
        guard stored.account.holder.isStaff else { return password.mustChange }
        return password.mustChange || now.day - password.setAt.day > settings.passwordRules.greatestAgeDays
    }

    /// Checks a password against the account of that name and counts it as a try.
    ///
    /// - Throws: `AccessError` unless it is right.
    func confirm(_ password: String, of name: SignInName, from address: String) async throws -> StoredAccount {
        let tried = try await openTry(name: name.text, from: address)
        let isRight = try await check(password, tried)
        guard isRight, let stored = tried.account else {
            try await close(tried, from: address)
            throw AccessError.password(.presentIsWrong)
        }
        try await database.write { writer in try writer.closeTry(tried.id, .succeeded) }
        return stored
    }

    /// Stands in for the name in stored tries: people type passwords into the field for names.
    static func digest(ofName name: String) -> String {
        SHA256Hash.of(Array("sign-in name\u{0}\(name.lowercased())".utf8)).hex
    }

    func openTry(name: String, from address: String) async throws -> OpenTry {
        let now = clock.now
        let id = randomness.code(20)
        let digest = AccessStore.digest(ofName: String(name.prefix(200)))
        // No account has the empty name, so what is no name takes the same way.
        let signInName = SignInName(name)?.text ?? ""
        let address = String(address.prefix(100))
        let lockOut = settings.lockOut
        return try await database.write { writer in
            try writer.queueTries(of: digest)
            // A day back is enough: what lies further back no longer closes a name.
            let failed = try writer.failedTries(of: digest, since: now + .seconds(-86_400))
            if let until = lockOut.lockedUntil(failed: failed, now: now) { throw AccessError.locked(until: until) }
            try writer.openTry(id, of: digest, from: address, at: now)
            let stored = try writer.storedAccount(named: signInName)
            return OpenTry(id: id, name: digest, account: stored)
        }
    }

    private func check(_ password: String, _ tried: OpenTry) async throws -> Bool {
        let isBearable = password.utf8.count <= settings.passwordRules.greatest * 4
        let stored = tried.account.flatMap { $0.account.isDisabled ? nil : PasswordHash($0.password.hash) }
        do {
            return try await verify(isBearable ? password : "", against: isBearable ? stored : nil)
        } catch AccessError.overloaded {
            try await database.write { writer in try writer.closeTry(tried.id, .unanswered) }
            throw AccessError.overloaded
        }
    }

    func close(_ tried: OpenTry, from address: String) async throws {
        let now = clock.now
        let lockOut = settings.lockOut
        let failed = entry(.signInFailed, by: "", on: tried.name, from: address)
        let locked = entry(.nameLocked, by: "", on: tried.name, from: address)
        try await database.write { writer in
            try writer.closeTry(tried.id, .failed)
            try writer.append(failed)
            let tries = try writer.failedTries(of: tried.name, since: now + .seconds(-86_400))
            if lockOut.lockedUntil(failed: tries, now: now) != nil { try writer.append(locked) }
        }
    }

    private func renewedHash(of password: String, _ stored: StoredPassword) async throws -> String? {
        guard let hash = PasswordHash(stored.hash), hashing.needsRehash(hash) else { return nil }
        return try await hashed(password)
    }
}
