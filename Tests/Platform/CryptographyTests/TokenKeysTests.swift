import Cryptography
import JWTKit
import Testing

/// Worked examples of the standards, and every way in which a token must not pass.
@Suite("The keys of signed tokens")
struct TokenKeysTests {
    private static let rsaModulus = """
        ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pC\
        gNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg6\
        65xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRW\
        yuXpoQ
        """
    private static let joe =
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
    private static let rsaToken = """
        eyJhbGciOiJSUzI1NiJ9.\(joe).\
        cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t\
        1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12j\
        zDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQ\
        Ge77Rw
        """
    private static let ecKey = """
        {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",\
        "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
        """
    private static let ecToken = """
        eyJhbGciOiJFUzI1NiJ9.\(joe).\
        DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q
        """
    private static let rsaKey = #"{"kty":"RSA","n":"\#(rsaModulus)","e":"AQAB"}"#

    @Test(
        "the examples of the standards hold",
        arguments: [
            (example: "RFC 7515 A.2", key: rsaKey, token: rsaToken, begins: #"{"iss":"joe""#),
            (example: "RFC 7515 A.3", key: ecKey, token: ecToken, begins: #"{"iss":"joe""#),
            (
                example: "RFC 8037 A.4",
                key: #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#,
                token: """
                eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.\
                hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg
                """,
                begins: "Example of Ed25519 signing"
            ),
        ]
    )
    func examples(example: String, key: String, token: String, begins: String) async throws {
        let keys = try TokenKeys(json: Array(#"{"keys":[\#(key)]}"#.utf8))
        let payload = String(decoding: try await keys.payload(of: token), as: UTF8.self)
        #expect(payload.hasPrefix(begins), "\(example)")
    }

    /// Signed with the RSA key's bytes as a password: who takes the algorithm from the token believes it.
    private static func signedByPassword() async throws -> String {
        struct Joe: JWTPayload {
            let iss = "joe"
            func verify(using algorithm: some JWTAlgorithm) async throws {}
            private enum CodingKeys: String, CodingKey { case iss }
        }
        let keys = await JWTKeyCollection().add(hmac: HMACKey(from: rsaModulus), digestAlgorithm: .sha256)
        return try await keys.sign(Joe())
    }

    @Test("a token signed with a public key as a password is refused")
    func passwordOfPublicKey() async throws {
        let keys = try TokenKeys(json: Array(#"{"keys":[\#(Self.rsaKey)]}"#.utf8))
        let token = try await Self.signedByPassword()
        await #expect(throws: TokenFault.algorithm("HS256")) { try await keys.payload(of: token) }
    }

    private static let unsigned = "eyJhbGciOiJub25lIn0.\(joe)."
    private static let named = Base64URL.encode(Array(#"{"alg":"ES256","kid":"b"}"#.utf8))
    private static let critical = Base64URL.encode(Array(#"{"alg":"ES256","crit":["exp"]}"#.utf8))
    private static let ecSignature = String(ecToken.split(separator: ".")[2])

    @Test(
        "what is not signed by the very key, in the way the key is for, is refused",
        arguments: [
            ("not signed", ecKey, unsigned, TokenFault.malformed),
            ("none, with a signature all the same", ecKey, "eyJhbGciOiJub25lIn0.\(joe).AA", .algorithm("none")),
            ("another key's kind", rsaKey, ecToken, .algorithm("ES256")),
            ("a key for encryption", ecKey.replacing("{", with: #"{"use":"enc","#), ecToken, .algorithm("ES256")),
            (
                "a key for another algorithm", rsaKey.replacing("{", with: #"{"alg":"RS512","#), rsaToken,
                .algorithm("RS256")
            ),
            ("another curve", ecKey.replacing("P-256", with: "P-384"), ecToken, .algorithm("ES256")),
            ("payload changed", ecKey, ecToken.replacing("eyJpc3Mi", with: "eyJpc3Ni"), .signature),
            ("signature of another length", ecKey, String(ecToken.dropLast(2)), .signature),
            ("signature changed", ecKey, ecToken.replacing(".DtEhU3", with: ".DtEhU4"), .signature),
            (
                "a name the set lacks", ecKey.replacing("{", with: #"{"kid":"a","#), "\(named).\(joe).\(ecSignature)",
                .unknownKey
            ),
            ("two keys and no name", "\(ecKey),\(ecKey)", ecToken, .unknownKey),
            ("something that must be understood", ecKey, "\(critical).\(joe).\(ecSignature)", .malformed),
            ("padding", ecKey, "\(ecToken)=", .malformed),
            ("four parts", ecKey, "\(ecToken).AA", .malformed),
            ("no token", ecKey, "", .malformed),
            ("a password among the keys", #"{"kty":"oct","k":"AA"}"#, ecToken, .algorithm("ES256")),
            ("a point beside the curve", ecKey.replacing("f83O", with: "f83P"), ecToken, .signature),
        ] as [(String, String, String, TokenFault)]
    )
    func refused(what: String, key: String, token: String, fault: TokenFault) async throws {
        let keys = try TokenKeys(json: Array(#"{"keys":[\#(key)]}"#.utf8))
        await #expect(throws: fault, "\(what)") { try await keys.payload(of: token) }
    }

    @Test("one key of an unknown kind does not spoil the set")
    func unknownKinds() async throws {
        let set = #"{"keys":[{"kty":"AKP","alg":"ML-DSA-44","pub":"AA"},7,\#(Self.ecKey)]}"#
        let keys = try TokenKeys(json: Array(set.utf8))
        #expect(try await !keys.payload(of: Self.ecToken).isEmpty)
    }

    @Test("what is no set of keys is refused", arguments: ["", "[]", "{}", #"{"keys":{}}"#])
    func noSet(text: String) {
        #expect(throws: TokenFault.malformedKeys) { try TokenKeys(json: Array(text.utf8)) }
    }
}
