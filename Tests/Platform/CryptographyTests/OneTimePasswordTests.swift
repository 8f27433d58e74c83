import Cryptography
import Kernel
import Testing

@Suite("Codes that change with the time (RFC 6238)")
struct OneTimePasswordTests {
    private static func secret(_ length: Int) -> [UInt8] {
        Array((0..<length).map { Array("1234567890".utf8)[$0 % 10] })
    }

    @Test(
        "the vectors of appendix B",
        arguments: [
            (59, "94287082", "46119246", "90693936"),
            (1_111_111_109, "07081804", "68084774", "25091201"),
            (1_111_111_111, "14050471", "67062674", "99943326"),
            (1_234_567_890, "89005924", "91819424", "93441116"),
            (2_000_000_000, "69279037", "90698825", "38618901"),
            (20_000_000_000, "65353130", "77737706", "47863826"),
        ] as [(seconds: Int64, sha1: String, sha256: String, sha512: String)]
    )
    func vectors(seconds: Int64, sha1: String, sha256: String, sha512: String) {
        for (hash, length, expected) in [
            (OneTimePassword.Hash.sha1, 20, sha1), (.sha256, 32, sha256), (.sha512, 64, sha512),
        ] {
            let password = OneTimePassword(secret: Self.secret(length), hash: hash, digits: 8)
            let step = password.step(at: Instant(milliseconds: seconds * 1_000))
            #expect(password.code(ofStep: step) == expected, "\(hash)")
        }
    }

    @Test("a code counts one step early or late, and never a second time")
    func window() {
        let password = OneTimePassword(secret: Self.secret(20))
        let now = Instant(milliseconds: 1_800_000_000_000)
        let step = password.step(at: now)
        for (offset, counts) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] as [(Int64, Bool)] {
            let code = password.code(ofStep: step + offset)
            #expect((password.matchingStep(code, at: now, after: nil) == step + offset) == counts, "\(offset)")
        }
        let code = password.code(ofStep: step)
        #expect(password.matchingStep(code, at: now, after: step) == nil)
        #expect(password.matchingStep("", at: now, after: nil) == nil)
    }

    @Test(
        "the vectors of RFC 4648, without padding",
        arguments: [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foobar", "MZXW6YTBOI")]
    )
    func base32(plain: String, encoded: String) {
        #expect(Base32.encode(Array(plain.utf8)) == encoded)
    }
}
