import Cryptography
import Database
package import Directory
package import Kernel

extension AccessStore {
    package static let longestTokenLife = 365
    package static let longestTokenPurpose = 60
    /// So that nobody loses sight of them.
    package static let mostTokens = 20

    /// Makes a token with which a program acts for an officer from one of the officer's posts.
    ///
    /// Nobody makes one for somebody else: an administrator who could would act under another's certificate.
    ///
    /// - Parameters:
    ///   - purpose: which system holds it.
    ///   - post: one that the officer holds today.
    ///   - scope: how far it goes.
    ///   - lastDay: the last day on which it counts, within a year.
    ///   - officer: whose it is.
    ///   - password: the officer's, repeated: a token outlives the session.
    ///   - today: the day of the realm's clock.
    ///   - address: where the request came from.
    /// - Returns: its text, which is nowhere else.
    /// - Throws: `AccessTokenFault`; `AccessError` for a wrong password.
    package func issueToken(
        for purpose: String,
        at post: Post.ID,
        scope: TokenScope,
        through lastDay: Day,
        to officer: Principal,
        password: String,
        on today: Day,
        from address: String
    ) async throws -> TokenText {
        guard officer.officer != nil, !officer.isAdministrator else { throw AccessTokenFault.officersOnly }
        guard officer.posts.contains(where: { $0.id == post }) else { throw AccessTokenFault.post }
        guard (1...AccessStore.longestTokenPurpose).contains(purpose.count) else {
            throw AccessTokenFault.purpose(length: purpose.count, greatest: AccessStore.longestTokenPurpose)
        }
        let latest = today + AccessStore.longestTokenLife
        guard (today...latest).contains(lastDay) else { throw AccessTokenFault.life(first: today, last: latest) }
        let account = officer.account
        guard let known = try await database.read({ reader in try reader.storedAccount(account) }) else {
            throw AccessError.unknownAccount(account)
        }
        _ = try await confirm(password, of: known.account.signInName, from: address)
        let secret = randomness.bytes(32)
        let token = AccessToken(
            id: AccessToken.ID("T\(randomness.code(16))"),
            account: officer.account,
            post: post,
            purpose: purpose,
            scope: scope,
            issuedAt: clock.now,
            lastDay: lastDay
        )
        let issued = entry(
            .tokenIssued,
            by: officer.account.text,
            on: token.id.text,
            session: officer.session,
            from: address,
            remark: "\(post) \(scope) \(lastDay)"
        )
        try await database.write { writer in
            guard try writer.countTokens(of: token.account, on: today) < AccessStore.mostTokens else {
                throw AccessTokenFault.tooMany(greatest: AccessStore.mostTokens)
            }
            try writer.insert(token, under: SHA256Hash.of(secret).hex)
            try writer.append(issued)
        }
        return TokenText(secret)
    }

    /// Returns the tokens of an account, the newest first.
    package func tokens(of account: Account.ID, limit: Int = 100) async throws -> [AccessToken] {
        try await database.read { try $0.tokens(of: account, limit: limit) }
    }

    /// Ends a token of the own account, from the next call on.
    ///
    /// - Throws: `AccessTokenFault.unknown` for one that is not the principal's, or was revoked.
    package func revokeToken(_ id: AccessToken.ID, by principal: Principal, from address: String) async throws {
        let now = clock.now
        let revoked = entry(
            .tokenRevoked,
            by: principal.account.text,
            on: id.text,
            session: principal.session,
            from: address
        )
        try await database.write { writer in
            guard try writer.revokeToken(id, of: principal.account, at: now) else { throw AccessTokenFault.unknown }
            try writer.append(revoked)
        }
    }

    /// Returns who acts with a token today: its officer, from its post alone.
    ///
    /// Roles and posts are read afresh; whether the officer's certificate still counts is asked by each command.
    ///
    /// - Throws: `TokenRefusal`.
    package func principal(ofToken text: String, on today: Day) async throws -> Principal {
        guard let digest = TokenText.digest(of: text) else { throw TokenRefusal.unknown }
        let now = clock.now
        let token = try await database.read { try $0.token(digest) }
        guard let token else { throw TokenRefusal.unknown }
        switch token.standing(on: today) {
        case .valid: break
        case .expired: throw TokenRefusal.expired(on: token.lastDay)
        case .revoked: throw TokenRefusal.revoked
        }
        guard let officer = try await principal(of: token.account, session: token.id.text, today: today),
            officer.officer != nil, !officer.isAdministrator
        else { throw TokenRefusal.accountClosed }
        guard let post = officer.posts.first(where: { $0.id == token.post }) else { throw TokenRefusal.postLeft }
        // A minute is near enough, and a busy program does not write with every call.
        if token.lastUsedAt.map({ now.milliseconds - $0.milliseconds > 60_000 }) ?? true {
            try await database.write { try $0.touchToken(token.id, at: now) }
        }
        return officer.acting(through: token, from: post)
    }
}

/// Why no token is made, or none is ended.
package enum AccessTokenFault: Error, Hashable, Sendable {
    /// Only an officer with a post has tokens; administrators act on no case.
    case officersOnly
    /// A token is for a post that the officer holds today.
    case post
    case purpose(length: Int, greatest: Int)
    case life(first: Day, last: Day)
    case tooMany(greatest: Int)
    /// There is no such open token of the own account.
    case unknown
}

/// Why a token lets nobody in.
package enum TokenRefusal: Error, Hashable, Sendable {
    /// No token was shown, or not as `Authorization: Bearer`.
    case missing
    case unknown
    case expired(on: Day)
    case revoked
    /// The account is disabled, or holds no post.
    case accountClosed
    /// The officer does not hold the token's post any more.
    case postLeft
}
