@testable import Access
import Cryptography
import Database
import Kernel
import TestSupport
import Testing

@Suite("Accounts linked to an identity provider")
struct LinkedIdentityTests {
    private static let identity = ProviderIdentity(issuer: "https://sso.example.gov.cn", claim: "sub", value: "7f3a")

    private func proven(_ identity: ProviderIdentity = Self.identity, factor: Bool = false) -> ProvenIdentity {
        ProvenIdentity(identity: identity, hasProvenFactor: factor, next: "")
    }

    private func link(_ house: IdentityStore, _ identity: ProviderIdentity = Self.identity) async throws {
        try await house.store.link(identity, to: house.account, by: nil, from: "console")
    }

    @Test("who is linked signs in; who is not gets no account by it", arguments: StorageEngine.allCases)
    func signsIn(on engine: StorageEngine) async throws {
        let house = try await IdentityStore(on: engine)
        await #expect(throws: AccessError.identityUnknown) { try await house.store.signIn(proven(), from: "192.0.2.1") }
        #expect(try await house.store.staffAccounts(of: IdentityStore.realm).count == 1)
        try await link(house)
        let signedIn = try await house.store.signIn(proven(), from: "192.0.2.1")
        #expect(signedIn == ProviderSignIn(account: house.account, means: .provider))
        #expect(try await house.audit() == [.accountCreated, .signInFailed, .identityLinked, .signedIn])
    }

    @Test(
        "the same value of another issuer or claim is another person",
        arguments: [
            ProviderIdentity(issuer: "https://sso.example.com", claim: "sub", value: "7f3a"),
            ProviderIdentity(issuer: "https://sso.example.gov.cn", claim: "staff_number", value: "7f3a"),
            ProviderIdentity(issuer: "https://sso.example.gov.cn", claim: "sub", value: "7F3A"),
        ]
    )
    func others(identity: ProviderIdentity) async throws {
        let house = try await IdentityStore(on: .sqlite)
        try await link(house)
        await #expect(throws: AccessError.identityUnknown) {
            try await house.store.signIn(proven(identity), from: "192.0.2.1")
        }
    }

    @Test("an account of the public is linked to nobody's identity")
    func parties() async throws {
        let house = try await IdentityStore(on: .sqlite, holder: .party("P1"))
        await #expect(throws: AccessError.unknownAccount(house.account)) { try await link(house) }
    }

    @Test("a disabled account is refused as one that is not linked")
    func disabled() async throws {
        let house = try await IdentityStore(on: .sqlite)
        try await link(house)
        try await house.store.setDisabled(true, house.account, by: nil, from: "console")
        await #expect(throws: AccessError.identityUnknown) { try await house.store.signIn(proven(), from: "192.0.2.1") }
    }

    @Test("one identity opens one account; linking anew replaces the old link", arguments: StorageEngine.allCases)
    func replaced(on engine: StorageEngine) async throws {
        let house = try await IdentityStore(on: engine)
        try await link(house)
        let second = try await house.store.createAccount(
            "wangfang",
            for: .officer("O2"),
            in: IdentityStore.realm,
            displayName: "王芳",
            password: IdentityStore.password,
            by: nil,
            from: "test"
        )
        await #expect(throws: AccessError.identityTaken) {
            try await house.store.link(Self.identity, to: second, by: nil, from: "console")
        }
        let other = ProviderIdentity(issuer: Self.identity.issuer, claim: "sub", value: "8e4b")
        try await link(house, other)
        #expect(try await house.store.identities(of: house.account) == [other])
        await #expect(throws: AccessError.identityUnknown) { try await house.store.signIn(proven(), from: "192.0.2.1") }
    }

    @Test("unlinking ends the sessions, and nobody links himself", arguments: StorageEngine.allCases)
    func unlinked(on engine: StorageEngine) async throws {
        let house = try await IdentityStore(on: engine)
        try await link(house)
        let key = SHA256Hash.of(Array("provider".utf8))
        try await house.store.beginSession(of: house.account, under: key, by: .provider)
        let principal = try #require(try await house.principal(key))
        await #expect(throws: AccessError.ownAccount) {
            try await house.store.link(Self.identity, to: house.account, by: principal, from: "192.0.2.1")
        }
        try await house.store.unlink(house.account, by: nil, from: "console")
        #expect(try await house.store.session(under: key) == nil)
        #expect(try await house.store.identities(of: house.account).isEmpty)
    }

    @Test(
        "an identity that cannot be typed right is refused",
        arguments: ["", "a b", "a\u{0}", "７f\u{3000}", String(repeating: "x", count: 256)]
    )
    func values(value: String) async throws {
        let house = try await IdentityStore(on: .sqlite)
        await #expect(throws: AccessError.identity(value)) {
            try await link(house, ProviderIdentity(issuer: "https://sso.example.gov.cn", claim: "sub", value: value))
        }
    }

    @Test("a password that is due does not stop who does not use it", arguments: StorageEngine.allCases)
    func duePassword(on engine: StorageEngine) async throws {
        let house = try await IdentityStore(on: engine, mustChange: true)
        for (means, mustChange) in [(SignInMeans.password, true), (.provider, false), (.providerWithFactor, false)] {
            let key = SHA256Hash.of(Array(means.rawValue.utf8))
            try await house.store.beginSession(of: house.account, under: key, by: means)
            #expect(try await house.principal(key)?.mustChangePassword == mustChange)
        }
    }

    @Test("the house's second factor is asked for unless the provider's counts", arguments: StorageEngine.allCases)
    func factor(on engine: StorageEngine) async throws {
        let house = try await SecondFactorTests.Factor(on: engine).identity
        for (means, owes) in [(SignInMeans.password, true), (.provider, true), (.providerWithFactor, false)] {
            let key = SHA256Hash.of(Array(means.rawValue.utf8))
            try await house.store.beginSession(of: house.account, under: key, by: means)
            #expect(try await house.principal(key)?.mustProveFactor == owes)
        }
    }

    @Test("the audit says why somebody could not sign in, and holds no text of a stranger")
    func refusals() async throws {
        let house = try await IdentityStore(on: .sqlite)
        let fault = ProviderFault.wrongIssuer(expected: "https://a.example.org", found: "张三")
        try await house.store.recordRefusal(fault, from: "192.0.2.1")
        house.clock.pass(minutes: 1)
        let moment = house.clock.now
        let entry = try #require(try await house.database.read { try $0.auditEntries(before: moment, limit: 1) }.first)
        #expect(entry.kind == .signInFailed)
        #expect(entry.remark == "provider wrongIssuer")
    }
}
