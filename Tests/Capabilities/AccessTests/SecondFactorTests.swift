@testable import Access
import Cryptography
import Database
import Kernel
import TestSupport
import Testing

@Suite("The second factor")
struct SecondFactorTests {
    /// An account with a confirmed factor, its authenticator and its recovery codes.
    struct Factor {
        let identity: IdentityStore
        let authenticator: OneTimePassword
        let recoveryCodes: [String]

        init(on engine: StorageEngine) async throws {
            identity = try await IdentityStore(on: engine)
            let key = try await identity.session("first")
            let principal = try #require(try await identity.principal(key))
            let offer = try await identity.store.offerFactor(
                to: principal,
                password: IdentityStore.password,
                issuer: "衡鉴",
                from: "192.0.2.1"
            )
            authenticator = OneTimePassword(secret: try #require(Self.decode(offer.secret)))
            let step = authenticator.step(at: identity.clock.now)
            recoveryCodes = try await identity.store.confirmFactor(
                authenticator.code(ofStep: step),
                by: principal,
                from: "192.0.2.1"
            )
        }

        var code: String { authenticator.code(ofStep: authenticator.step(at: identity.clock.now)) }

        private static func decode(_ text: String) -> [UInt8]? {
            let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
            var bits: [UInt8] = []
            for letter in text {
                guard let value = alphabet.firstIndex(of: letter) else { return nil }
                bits += (0..<5).reversed().map { UInt8(value >> $0 & 1) }
            }
            return stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
                bits[start..<(start + 8)].reduce(0) { $0 << 1 | $1 }
            }
        }
    }

    @Test("a password alone opens nothing but the page that asks for the code", arguments: StorageEngine.allCases)
    func owing(on engine: StorageEngine) async throws {
        let factor = try await Factor(on: engine)
        let identity = factor.identity
        identity.clock.pass(minutes: 1)
        let key = try await identity.session("second")
        let owing = try #require(try await identity.principal(key))
        for rule in [AccessRule.signedIn, .staff, .renewingPassword, .permission(.readCase)] {
            #expect(AccessDecision.decide(owing, rule) == .refused(.factorMissing))
        }
        #expect(AccessDecision.decide(owing, .provingFactor) == .allowed)
        try await identity.store.proveFactor(factor.code, by: owing, from: "192.0.2.1")
        #expect(try await identity.principal(key)?.mustProveFactor == false)
    }

    @Test("a code serves once, also in another session", arguments: StorageEngine.allCases)
    func replay(on engine: StorageEngine) async throws {
        let factor = try await Factor(on: engine)
        let identity = factor.identity
        let replayed = factor.code
        let principal = try #require(try await identity.principal(identity.session("second")))
        await #expect(throws: AccessError.factorWrong) {
            try await identity.store.proveFactor(replayed, by: principal, from: "192.0.2.1")
        }
        identity.clock.pass(minutes: 1)
        let fresh = factor.code
        try await identity.store.proveFactor(fresh, by: principal, from: "192.0.2.1")
        let other = try #require(try await identity.principal(identity.session("third")))
        await #expect(throws: AccessError.factorWrong) {
            try await identity.store.proveFactor(fresh, by: other, from: "192.0.2.1")
        }
    }

    @Test("of two who bring the same code at once, one comes in", arguments: StorageEngine.allCases)
    func race(on engine: StorageEngine) async throws {
        let factor = try await Factor(on: engine)
        let identity = factor.identity
        identity.clock.pass(minutes: 1)
        let code = factor.code
        var principals: [Principal] = []
        for name in ["a", "b", "c"] {
            principals.append(try #require(try await identity.principal(identity.session(name))))
        }
        let entered = await withTaskGroup(of: Bool.self) { group in
            for principal in principals {
                group.addTask {
                    (try? await identity.store.proveFactor(code, by: principal, from: "192.0.2.1")) != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(entered == 1)
    }

    @Test("a recovery code serves once, in place of the telephone", arguments: StorageEngine.allCases)
    func recovery(on engine: StorageEngine) async throws {
        let factor = try await Factor(on: engine)
        let identity = factor.identity
        #expect(factor.recoveryCodes.count == 10)
        let principal = try #require(try await identity.principal(identity.session("second")))
        let code = try #require(factor.recoveryCodes.first)
        try await identity.store.proveFactor(code, by: principal, from: "192.0.2.1")
        #expect(try await identity.store.factorStanding(of: identity.account) == .confirmed(recoveryCodesLeft: 9))
        await #expect(throws: AccessError.factorWrong) {
            try await identity.store.proveFactor(code, by: principal, from: "192.0.2.1")
        }
    }

    @Test("guessing codes closes the account for a while", arguments: StorageEngine.allCases)
    func guessing(on engine: StorageEngine) async throws {
        let factor = try await Factor(on: engine)
        let identity = factor.identity
        let principal = try #require(try await identity.principal(identity.session("second")))
        for _ in 1...5 {
            await #expect(throws: AccessError.factorWrong) {
                try await identity.store.proveFactor("000000", by: principal, from: "192.0.2.1")
            }
        }
        identity.clock.pass(minutes: 1)
        await #expect(throws: AccessError.self) {
            try await identity.store.proveFactor(factor.code, by: principal, from: "192.0.2.1")
        }
        identity.clock.pass(minutes: 15)
        try await identity.store.proveFactor(factor.code, by: principal, from: "192.0.2.1")
    }

    @Test(
        "the database does not hold the secret, and another takes it away, never the holder",
        arguments: StorageEngine.allCases
    )
    func keeping(on engine: StorageEngine) async throws {
        let factor = try await Factor(on: engine)
        let identity = factor.identity
        let stored: String? = try await identity.database.read {
            try $0.value("SELECT sealed_secret FROM second_factor")
        }
        #expect(stored?.contains(Hexadecimal.encode(factor.authenticator.secret)) == false)
        let own = try #require(try await identity.principal(identity.session("second")))
        await #expect(throws: AccessError.ownAccount) {
            try await identity.store.removeFactor(of: identity.account, by: own, from: "192.0.2.1")
        }
        try await identity.store.removeFactor(of: identity.account, by: nil, from: "console")
        #expect(try await identity.store.factorStanding(of: identity.account) == .none)
        #expect(try await identity.audit().suffix(1) == [.factorRemoved])
    }
}

extension IdentityStore {
    func principal(_ key: Digest) async throws -> Principal? {
        try await store.principal(of: account, session: key.hex)
    }
}
