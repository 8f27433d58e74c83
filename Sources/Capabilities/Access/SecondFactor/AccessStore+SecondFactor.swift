import Cryptography
import Database
import Kernel

/// What a person needs to set up an authenticator, shown once.
package struct FactorOffer: Hashable, Sendable {
    /// The secret as people type it.
    package let secret: String
    /// What the QR code says.
    package let address: String
}

/// Whether an account has a second factor.
package enum FactorStanding: Hashable, Sendable {
    case none
    /// Offered, and not yet confirmed by a first code.
    case offered
    case confirmed(recoveryCodesLeft: Int)
}

extension AccessStore {
    static let recoveryCodes = 10

    package func factorStanding(of account: Account.ID) async throws -> FactorStanding {
        try await database.read { reader in
            guard let factor = try reader.secondFactor(of: account) else { return .none }
            return factor.isConfirmed
                ? .confirmed(recoveryCodesLeft: try reader.recoveryCodesLeft(of: account)) : .offered
        }
    }

    /// Makes a new secret for who repeats the password; it counts once a code of it was given.
    ///
    /// - Throws: `AccessError.password(.presentIsWrong)`, `.factorConfirmed` when there is one already.
    package func offerFactor(
        to principal: Principal,
        password: String,
        issuer: String,
        from address: String
    ) async throws -> FactorOffer {
        let account = principal.account
        guard let known = try await database.read({ reader in try reader.storedAccount(account) }) else {
            throw AccessError.unknownAccount(account)
        }
        _ = try await confirm(password, of: known.account.signInName, from: address)
        let secret = randomness.bytes(20)
        let sealed = Hexadecimal.encode(
            AuthenticatedCipher.seal(
                secret,
                key: factorKey,
                bindingTo: Array(account.text.utf8),
                randomness: randomness
            )
        )
        try await database.write { writer in
            if try writer.secondFactor(of: account)?.isConfirmed == true { throw AccessError.factorConfirmed }
            try writer.keepFactor(sealed, of: account)
        }
        let name = known.account.signInName.text
        let password = OneTimePassword(secret: secret)
        return FactorOffer(
            secret: Base32.encode(secret),
            address: password.address(issuer: issuer, account: name)
        )
    }

    /// Confirms an offered factor by its first code; the session counts as proven.
    ///
    /// - Returns: the recovery codes, each of which serves once and is shown only now.
    /// - Throws: `AccessError.factorWrong`.
    package func confirmFactor(
        _ code: String,
        by principal: Principal,
        from address: String
    ) async throws -> [String] {
        let account = principal.account
        let codes = (0..<AccessStore.recoveryCodes).map { _ in randomness.code(10) }
        let now = clock.now
        let confirmed = entry(
            .factorConfirmed,
            by: account.text,
            on: account.text,
            session: principal.session,
            from: address
        )
        try await database.write { writer in
            guard let factor = try writer.secondFactor(of: account), !factor.isConfirmed,
                let step = try password(of: factor, account).matchingStep(code, at: now, after: nil)
            else { throw AccessError.factorWrong }
            try writer.confirmFactor(of: account, step: step, at: now)
            try writer.replaceRecoveryCodes(of: account, by: codes.map { AccessStore.digest(ofRecovery: $0, account) })
            try writer.proveSession(principal.session, at: now)
            try writer.endSessions(of: account, except: principal.session, at: now)
            try writer.append(confirmed)
        }
        return codes
    }

    /// Proves the session of who gives the present code or a recovery code; neither serves a second time.
    ///
    /// Counts as a try to sign in, so guessing closes the account.
    ///
    /// - Throws: `AccessError.factorWrong`, `.locked`.
    package func proveFactor(_ code: String, by principal: Principal, from address: String) async throws {
        let account = principal.account
        let tried = try await openTry(name: "factor of \(account)", from: address)
        let now = clock.now
        let proven = entry(.factorProven, by: account.text, on: account.text, session: principal.session, from: address)
        let isProven = try await database.write { writer in
            guard try prove(code, account, now, writer) else { return false }
            try writer.proveSession(principal.session, at: now)
            try writer.closeTry(tried.id, .succeeded)
            try writer.append(proven)
            return true
        }
        guard isProven else {
            try await close(tried, from: address)
            throw AccessError.factorWrong
        }
    }

    /// Takes the second factor of an account away, for who lost the telephone and the recovery codes.
    ///
    /// - Throws: `AccessError.ownAccount`, `.unknownAccount`.
    package func removeFactor(
        of account: Account.ID,
        by administrator: Principal?,
        from address: String
    ) async throws {
        guard administrator?.account != account else { throw AccessError.ownAccount }
        let now = clock.now
        let removed = entry(
            .factorRemoved,
            by: administrator?.account.text ?? "",
            on: account.text,
            session: administrator?.session ?? "",
            from: address
        )
        try await database.write { writer in
            guard try writer.storedAccount(account) != nil else { throw AccessError.unknownAccount(account) }
            try writer.removeFactor(of: account)
            try writer.endSessions(of: account, except: "", at: now)
            try writer.append(removed)
        }
    }

    private func prove(
        _ code: String,
        _ account: Account.ID,
        _ now: Instant,
        _ writer: any SQLWriter
    ) throws -> Bool {
        guard let factor = try writer.secondFactor(of: account), factor.isConfirmed else { return false }
        let given = code.filter { !$0.isWhitespace }
        if let step = try password(of: factor, account).matchingStep(given, at: now, after: factor.lastStep) {
            return try writer.useStep(step, of: account)
        }
        return try writer.useRecoveryCode(AccessStore.digest(ofRecovery: given, account), of: account, at: now)
    }

    private func password(of factor: StoredFactor, _ account: Account.ID) throws -> OneTimePassword {
        let sealed = Hexadecimal.decode(factor.sealedSecret) ?? []
        let secret = try AuthenticatedCipher.open(sealed, key: factorKey, bindingTo: Array(account.text.utf8))
        return OneTimePassword(secret: secret)
    }

    private static func digest(ofRecovery code: String, _ account: Account.ID) -> String {
        SHA256Hash.of(Array("recovery code\u{0}\(account)\u{0}\(code.uppercased())".utf8)).hex
    }
}
