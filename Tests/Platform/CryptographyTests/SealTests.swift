import Cryptography
import Kernel
import Testing

@Suite("Hashes, seals and comparisons")
struct SealTests {
    private let randomness = SeededRandomness(seed: 7)

    @Test(
        "SHA-256 gives the published hashes (FIPS 180-4)",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ]
    )
    func sha256(text: String, hex: String) throws {
        let digest = SHA256Hash.of(Array(text.utf8))
        #expect(digest.hex == hex)
        #expect(Digest(hex: hex) == digest)
        #expect(Digest(bytes: digest.bytes) == digest)
        #expect(SHA256Hash.of(parts: text.utf8.map { [$0] }) == digest)
    }

    @Test("text that is no digest is refused", arguments: ["", "e3", String(repeating: "G", count: 64), "衡鉴"])
    func noDigest(text: String) {
        #expect(Digest(hex: text) == nil)
    }

    @Test("HMAC-SHA-256 gives the code another implementation gives")
    func keyedHash() throws {
        let key = try SecretKey(bytes: [UInt8](repeating: 0x0b, count: 32))
        let code = KeyedHash.of(Array("Hi There".utf8), key: key)
        #expect(code.hex == "198a607eb44bfbc69903a0f1cf2bbdc5ba0aa3f3d9ae3c1c7a3b1696a0b68cf7")
        #expect(KeyedHash.verify(code, of: Array("Hi There".utf8), key: key))
        #expect(!KeyedHash.verify(code, of: Array("Hi there".utf8), key: key))
    }

    @Test("what was sealed opens again", arguments: [0, 1, 16, 100_000])
    func opens(length: Int) throws {
        let key = SecretKey(randomness: randomness)
        let plain = randomness.bytes(length)
        let sealed = AuthenticatedCipher.seal(plain, key: key, bindingTo: [1, 2], randomness: randomness)
        #expect(sealed.count == length + AuthenticatedCipher.overhead)
        #expect(try AuthenticatedCipher.open(sealed, key: key, bindingTo: [1, 2]) == plain)
        #expect(throws: CryptographyError.notAuthentic) {
            try AuthenticatedCipher.open(sealed, key: key, bindingTo: [2, 1])
        }
        #expect(throws: CryptographyError.notAuthentic) {
            try AuthenticatedCipher.open(sealed, key: SecretKey(randomness: randomness), bindingTo: [1, 2])
        }
    }

    @Test("every altered byte of a seal is noticed, and every shortening")
    func altered() {
        let key = SecretKey(randomness: randomness)
        let sealed = AuthenticatedCipher.seal([1, 2, 3], key: key, bindingTo: [], randomness: randomness)
        for index in sealed.indices {
            var altered = sealed
            altered[index] ^= 0x40
            #expect(throws: CryptographyError.self) {
                try AuthenticatedCipher.open(altered, key: key, bindingTo: [])
            }
            #expect(throws: CryptographyError.self) {
                try AuthenticatedCipher.open(Array(sealed.prefix(index)), key: key, bindingTo: [])
            }
        }
    }

    @Test("a secret key shows itself nowhere")
    func hidden() throws {
        let key = try SecretKey(bytes: [UInt8](repeating: 0xAB, count: 32))
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped] {
            #expect(!text.contains("171") && !text.lowercased().contains("ab, ab") && !text.contains("abab"))
        }
        #expect(throws: CryptographyError.keyLength(expected: 32, found: 31)) {
            try SecretKey(bytes: [UInt8](repeating: 1, count: 31))
        }
    }

    @Test("constant-time comparison compares")
    func constantTime() {
        #expect(ConstantTime.equal([1, 2, 3], [1, 2, 3]))
        #expect(!ConstantTime.equal([1, 2, 3], [1, 2, 4]))
        #expect(!ConstantTime.equal([1, 2], [1, 2, 3]))
        #expect(ConstantTime.equal([], []))
    }
}
