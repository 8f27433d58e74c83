import Access
import Database
import Directory
import Kernel
import TestSupport
import Testing

@Suite("Tokens for programs")
struct TokenTests {
    private static let today: Day = "2026-05-20"

    @Test("a token acts for its officer from its post alone, until it ends", arguments: StorageEngine.allCases)
    func life(on engine: StorageEngine) async throws {
        let identity = try await IdentityStore.employed(on: engine)
        let store = identity.store
        try await store.setRoles([RoleGrant(.caseOfficer, .agency)], of: identity.account, by: nil, from: "test")
        let officer = try #require(try await store.principal(of: identity.account, today: Self.today))
        #expect(officer.posts.count == 2)
        let text = try await identity.token(officer, "W1", through: "2026-05-25")
        #expect(text.text.hasPrefix(TokenText.beginning))
        let acting = try await store.principal(ofToken: text.text, on: Self.today)
        #expect(acting.posts.map(\.id) == ["W1"])
        #expect(acting.holder == officer.holder && acting.grants == officer.grants)
        let rule = AccessRule.token(.act, [Permission(.examineCase)])
        #expect(AccessDecision.decide(acting, rule) == .allowed)
        #expect(AccessDecision.decide(officer, rule) == .refused(.tokenMissing))
        let approving = AccessRule.token(.read, [Permission(.approveDecision)])
        #expect(AccessDecision.decide(acting, approving) == .refused(.notPermitted(Permission(.approveDecision))))
        await #expect(throws: TokenRefusal.expired(on: "2026-05-25")) {
            try await store.principal(ofToken: text.text, on: "2026-05-26")
        }
        let secret = text.text.dropFirst(TokenText.beginning.count)
        for wrong in ["", TokenText.beginning, "\(text.text)0", "\(text.text.dropLast())g", "x\(secret)"] {
            await #expect(throws: TokenRefusal.unknown) { try await store.principal(ofToken: wrong, on: Self.today) }
        }
        let kept = try #require(try await store.tokens(of: identity.account).first)
        #expect(kept.lastUsedAt != nil)
        try await store.revokeToken(kept.id, by: officer, from: "test")
        await #expect(throws: TokenRefusal.revoked) { try await store.principal(ofToken: text.text, on: Self.today) }
        await #expect(throws: AccessTokenFault.unknown) {
            try await store.revokeToken(kept.id, by: officer, from: "test")
        }
        #expect(try await identity.audit().suffix(2) == [.tokenIssued, .tokenRevoked])
    }

    @Test("a token that only reads does nothing", arguments: StorageEngine.allCases)
    func reading(on engine: StorageEngine) async throws {
        let identity = try await IdentityStore.employed(on: engine)
        try await identity.store.setRoles(
            [RoleGrant(.caseOfficer, .agency)],
            of: identity.account,
            by: nil,
            from: "test"
        )
        let officer = try #require(try await identity.store.principal(of: identity.account, today: Self.today))
        let text = try await identity.token(officer, "W1", scope: .read)
        let acting = try await identity.store.principal(ofToken: text.text, on: Self.today)
        let asked = [Permission(.examineCase)]
        #expect(AccessDecision.decide(acting, .token(.read, asked)) == .allowed)
        #expect(AccessDecision.decide(acting, .token(.act, asked)) == .refused(.tokenScope(.act)))
    }

    @Test("a token is for an own post, with the password, within a year; administrators have none")
    func issuing() async throws {
        let identity = try await IdentityStore.employed(on: .sqlite)
        let officer = try #require(try await identity.store.principal(of: identity.account, today: Self.today))
        await #expect(throws: AccessTokenFault.post) { try await identity.token(officer, "W3") }
        let life = AccessTokenFault.life(first: Self.today, last: "2027-05-20")
        for day in ["2027-05-21", "2026-05-19"] as [Day] {
            await #expect(throws: life) { try await identity.token(officer, "W1", through: day) }
        }
        await #expect(throws: AccessTokenFault.purpose(length: 0, greatest: 60)) {
            try await identity.token(officer, "W1", for: "")
        }
        await #expect(throws: AccessError.password(.presentIsWrong)) {
            try await identity.token(officer, "W1", password: "wrong")
        }
        _ = try await identity.token(officer, "W1")
        let kept = try #require(try await identity.store.tokens(of: identity.account).first)
        let stranger = Principal(
            account: "U-other",
            holder: .officer("O2"),
            realm: IdentityStore.realm,
            displayName: "",
            grants: []
        )
        await #expect(throws: AccessTokenFault.unknown) {
            try await identity.store.revokeToken(kept.id, by: stranger, from: "test")
        }
        let administrator = Principal(
            account: identity.account,
            holder: .administrator("a"),
            realm: IdentityStore.realm,
            displayName: "",
            grants: [RoleGrant(.systemAdministrator, .division)]
        )
        await #expect(throws: AccessTokenFault.officersOnly) { try await identity.token(administrator, "W1") }
        for _ in 1..<AccessStore.mostTokens { _ = try await identity.token(officer, "W1") }
        await #expect(throws: AccessTokenFault.tooMany(greatest: AccessStore.mostTokens)) {
            try await identity.token(officer, "W1")
        }
    }
}

extension IdentityStore {
    /// A store whose one officer holds two posts; a third is somebody else's.
    fileprivate static func employed(on engine: StorageEngine) async throws -> IdentityStore {
        let identity = try await IdentityStore(on: engine)
        try await identity.database.write { writer in
            try writer.execute(
                """
                INSERT INTO agency (realm, id, code, name, short_name, division, kind, registered_on)
                VALUES (1, 'A1', '11511602MB1234567X', '教育局', '教育局', '511602', 'statutory', '2020-01-01')
                """
            )
            try writer.execute(
                "INSERT INTO officer (realm, id, name, agency, joined_on) VALUES (1, 'O1', '李明', 'A1', '2025-01-01')"
            )
            try writer.execute(
                "INSERT INTO officer_service (realm, officer, agency, begins_on) VALUES (1, 'O1', 'A1', '2025-01-01')"
            )
            for post in ["W1", "W2", "W3"] {
                try writer.execute(
                    """
                    INSERT INTO post (realm, id, agency, name, responsibility, created_on)
                    VALUES (1, \(post), 'A1', '承办岗', 'handle', '2021-01-01')
                    """
                )
            }
            for post in ["W1", "W2"] {
                try writer.execute(
                    """
                    INSERT INTO post_term (realm, post, officer, begins_on)
                    VALUES (1, \(post), 'O1', '2026-03-01')
                    """
                )
            }
        }
        return identity
    }

    fileprivate func token(
        _ officer: Principal,
        _ post: Directory.Post.ID,
        for purpose: String = "审批平台",
        scope: TokenScope = .act,
        through day: Day = "2027-05-20",
        password: String = IdentityStore.password
    ) async throws -> TokenText {
        try await store.issueToken(
            for: purpose,
            at: post,
            scope: scope,
            through: day,
            to: officer,
            password: password,
            on: "2026-05-20",
            from: "test"
        )
    }
}
