@testable import Access
import Cryptography
import Kernel
import TestSupport
import Testing

@Suite("Signing in through the government's identity provider")
struct IdentityProviderTests {
    private let clock = HandClock(Instant("2026-05-20", hour: 9))
    private let peer: ScriptedProvider
    private let provider: IdentityProvider

    init() throws {
        peer = ScriptedProvider(clock: clock)
        provider = try Self.provider(peer, clock)
    }

    private static func provider(
        _ peer: ScriptedProvider,
        _ clock: HandClock,
        claim: String = "sub",
        factors: Set<String> = []
    ) throws -> IdentityProvider {
        IdentityProvider(
            settings: try ProviderSettings(
                issuer: ScriptedProvider.issuer,
                client: ScriptedProvider.client,
                secret: ScriptedProvider.secret,
                returnAddress: "https://hengjian.example.gov.cn/sign-in/provider/return",
                claim: claim,
                factors: factors
            ),
            line: peer,
            key: try SecretKey(bytes: Array(repeating: 7, count: 32)),
            clock: clock,
            randomness: SystemRandomness()
        )
    }

    /// There and back in one browser.
    private func signIn(_ provider: IdentityProvider) async throws -> ProvenIdentity {
        let address = try await provider.signInAddress(then: "/desk?tab=mine", browser: "browser")
        return try await provider.identity(from: peer.signIn(at: address), browser: "browser")
    }

    @Test("who comes back is whom the provider knows by the claim that is configured")
    func signsIn() async throws {
        let proven = try await signIn(provider)
        #expect(proven.identity == ProviderIdentity(issuer: ScriptedProvider.issuer, claim: "sub", value: "7f3a"))
        #expect(proven.next == "/desk?tab=mine")
        #expect(!proven.hasProvenFactor)
        let byNumber = try await signIn(Self.provider(peer, clock, claim: "staff_number"))
        #expect(byNumber.identity.value == "10086")
    }

    @Test(
        "a second factor of the provider's counts only where the settings name it",
        arguments: [
            (claims: ["amr": #"["pwd","otp"]"#], factors: [], counts: false),
            (claims: ["amr": #"["pwd","otp"]"#], factors: ["otp"], counts: true),
            (claims: ["amr": #"["pwd"]"#], factors: ["otp"], counts: false),
            (claims: ["acr": #""urn:level:3""#], factors: ["otp", "urn:level:3"], counts: true),
            (claims: [:], factors: ["otp"], counts: false),
        ] as [(claims: [String: String], factors: Set<String>, counts: Bool)]
    )
    func factors(claims: [String: String], factors: Set<String>, counts: Bool) async throws {
        peer.departure.claims = claims
        let proven = try await signIn(Self.provider(peer, clock, factors: factors))
        #expect(proven.hasProvenFactor == counts)
    }

    private static let other = "https://sso.example.com"

    @Test(
        "a token that is another provider's, another program's, another time's or another request's is refused",
        arguments: [
            (["iss": "\"\(other)\""], ProviderFault.wrongIssuer(expected: ScriptedProvider.issuer, found: other)),
            (["aud": #""mail""#], .wrongAudience),
            (["aud": #"["mail","hengjian"]"#], .wrongAudience),
            (["aud": #"["mail","hengjian"]"#, "azp": #""mail""#], .wrongAudience),
            (["azp": #""mail""#], .wrongAudience),
            (["aud": "7"], .badAnswer(.token)),
            (["exp": "1779238739"], .wrongTime),
            (["iat": "1779238861"], .wrongTime),
            (["iat": "1779238199"], .wrongTime),
            (["exp": "1e300"], nil),
            (["exp": "\"soon\""], .badAnswer(.token)),
            (["nonce": "\"another\""], .wrongNonce),
            (["nonce": "\"\""], .wrongNonce),
            (["sub": "\"\""], .badAnswer(.token)),
            (["aud": #"["mail","hengjian"]"#, "azp": #""hengjian""#], nil),
            (["exp": "1779238741", "iat": "1779238859"], nil),
        ] as [([String: String], ProviderFault?)]
    )
    func claims(changed: [String: String], fault: ProviderFault?) async throws {
        peer.departure.claims = changed
        try await expect(fault)
    }

    @Test("a token without what it must have is refused", arguments: ["iss", "sub", "aud", "exp", "iat"])
    func missing(claim: String) async throws {
        peer.departure.missing = [claim]
        try await expect(.badAnswer(.token))
    }

    @Test("a token without nonce answers no request of ours; one without the claim links nobody")
    func missingNonceAndClaim() async throws {
        peer.departure.missing = ["nonce"]
        try await expect(.wrongNonce)
        peer.departure.missing = ["staff_number"]
        let byNumber = try Self.provider(peer, clock, claim: "staff_number")
        await #expect(throws: ProviderFault.claimMissing("staff_number")) { try await signIn(byNumber) }
    }

    @Test("a token that is signed by another key, or not at all, is refused")
    func keys() async throws {
        peer.departure.signsWithOtherKey = true
        try await expect(.wrongKey)
        peer.departure.signsWithOtherKey = false
        peer.departure.isUnsigned = true
        try await expect(.algorithm("none"))
    }

    @Test("a key that is new is asked for once, and then known")
    func newKey() async throws {
        _ = try await signIn(provider)
        peer.departure.keyName = "second"
        _ = try await signIn(provider)
        _ = try await signIn(provider)
        #expect(peer.calls.filter { $0 == "/keys" }.count == 2)
    }

    @Test("keys are asked for again after an hour")
    func staleKeys() async throws {
        _ = try await signIn(provider)
        clock.pass(minutes: 61)
        _ = try await signIn(provider)
        #expect(peer.calls.filter { $0 == "/keys" }.count == 2)
    }

    @Test(
        "a description that is another's, or leads where nothing may be called, is refused",
        arguments: [
            (["issuer": other], ProviderFault.wrongIssuer(expected: ScriptedProvider.issuer, found: other)),
            (
                ["issuer": "\(ScriptedProvider.issuer)/"],
                .wrongIssuer(
                    expected: ScriptedProvider.issuer,
                    found: "\(ScriptedProvider.issuer)/"
                )
            ),
            (["token_endpoint": "http://sso.example.gov.cn/token"], .badAnswer(.description)),
            (["jwks_uri": "file:///etc/passwd"], .badAnswer(.description)),
            (["authorization_endpoint": "javascript:alert(1)"], .badAnswer(.description)),
        ] as [([String: String], ProviderFault)]
    )
    func description(changed: [String: String], fault: ProviderFault) async throws {
        peer.departure.description = changed
        try await expect(fault)
    }

    @Test("a provider that is down, slow or in trouble is told as such")
    func trouble() async throws {
        for fault in [ProviderFault.unreachable, .slow] {
            peer.departure.fault = fault
            try await expect(fault)
        }
        peer.departure.fault = nil
        peer.departure.wrongStatus = 500
        try await expect(.badAnswer(.description))
    }

    @Test("a provider that goes down between the way there and back is told as such")
    func downOnTheWay() async throws {
        let address = try await provider.signInAddress(then: "", browser: "browser")
        let back = try peer.signIn(at: address)
        peer.departure.fault = .unreachable
        await #expect(throws: ProviderFault.unreachable) { try await provider.identity(from: back, browser: "browser") }
    }

    @Test("only the browser that began comes back, within ten minutes, with what it was given")
    func state() async throws {
        let address = try await provider.signInAddress(then: "/desk", browser: "browser")
        let back = try peer.signIn(at: address)
        await #expect(throws: ProviderFault.wrongState) { try await provider.identity(from: back, browser: "another") }
        for state in ["", "a.b.c.d", back.state.replacing(".", with: ".1"), String(back.state.dropLast())] {
            let forged = ProviderReturn(state: state, code: "code one", issuer: nil, error: nil)
            await #expect(throws: ProviderFault.wrongState) {
                try await provider.identity(from: forged, browser: "browser")
            }
        }
        clock.pass(minutes: 10)
        await #expect(throws: ProviderFault.wrongState) { try await provider.identity(from: back, browser: "browser") }
    }

    @Test("the answer to one request does not serve another: the verifier, then the nonce, are another's")
    func mixed() async throws {
        let first = try await provider.signInAddress(then: "", browser: "browser")
        let stolen = try peer.signIn(at: first, code: "stolen code")
        let second = try await provider.signInAddress(then: "", browser: "attacker")
        let own = try peer.signIn(at: second, code: "own code")
        // The attacker's browser brings the victim's code under its own state.
        let mixed = ProviderReturn(state: own.state, code: stolen.code, issuer: nil, error: nil)
        await #expect(throws: ProviderFault.badAnswer(.token)) {
            try await provider.identity(from: mixed, browser: "attacker")
        }
    }

    @Test("what the provider refuses, and what another issuer answers in its place, is no sign-in")
    func denied() async throws {
        let back = try peer.signIn(at: try await provider.signInAddress(then: "", browser: "browser"))
        let denied = ProviderReturn(state: back.state, code: nil, issuer: nil, error: "access_denied")
        await #expect(throws: ProviderFault.denied) { try await provider.identity(from: denied, browser: "browser") }
        let other = ProviderReturn(state: back.state, code: "x", issuer: Self.other, error: nil)
        await #expect(throws: ProviderFault.wrongIssuer(expected: ScriptedProvider.issuer, found: Self.other)) {
            try await provider.identity(from: other, browser: "browser")
        }
    }

    @Test(
        "settings that cannot be safe are refused",
        arguments: [
            ("http://sso.example.gov.cn", "sub", ProviderSettingFault.issuer("http://sso.example.gov.cn")),
            ("https://sso.example.gov.cn?x=1", "sub", .issuer("https://sso.example.gov.cn?x=1")),
            (ScriptedProvider.issuer, "email", .claim("email")),
            (ScriptedProvider.issuer, "preferred_username", .claim("preferred_username")),
            (ScriptedProvider.issuer, "", .claim("")),
        ]
    )
    func settings(issuer: String, claim: String, fault: ProviderSettingFault) {
        #expect(throws: fault) {
            try ProviderSettings(issuer: issuer, client: "c", secret: "s", returnAddress: "/", claim: claim)
        }
    }

    private func expect(_ fault: ProviderFault?) async throws {
        if let fault {
            await #expect(throws: fault) { try await signIn(provider) }
        } else {
            _ = try await signIn(provider)
        }
    }
}
