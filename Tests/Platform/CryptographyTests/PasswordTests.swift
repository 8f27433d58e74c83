import Cryptography
import Kernel
import Testing

@Suite("Passwords")
struct PasswordTests {
    private let randomness = SystemRandomness()
    private let hashing = PasswordHashing()

    @Test("a password is recognized and another is not")
    func recognized() async throws {
        let hash = try await hashing.hash("口令 correct horse 🐴", randomness: randomness)
        #expect(hash.text.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(try await hashing.verify("口令 correct horse 🐴", against: hash))
        #expect(try await !hashing.verify("口令 correct horse", against: hash))
        #expect(try await !hashing.verify("", against: hash))
        #expect(try await !hashing.verify("anything", against: nil))
        #expect(!hashing.needsRehash(hash))
        #expect(PasswordHashing(cost: PasswordCost(memoryKiB: 32_768, passes: 3, lanes: 1)).needsRehash(hash))
        #expect(try await hashing.hash("口令 correct horse 🐴", randomness: randomness) != hash)
    }

    @Test("full-width and composed letters are the same password")
    func normalized() async throws {
        let hash = try await hashing.hash("ＡＢＣcaf\u{E9}", randomness: randomness)
        #expect(try await hashing.verify("ABCcafe\u{301}", against: hash))
    }

    @Test(
        "text that is no hash, or costs too much, is refused",
        arguments: [
            "", "plain", "$argon2i$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA", "$argon2id$v=19$m=19456,t=2,p=1$$aGFzaA",
            "$argon2id$v=19$m=4194304,t=2,p=1$c2FsdHNhbHQ$aGFzaA", "$argon2id$v=19$m=19456,t=99,p=1$c2FsdA$aGFzaA",
            "$argon2id$v=19$t=2,m=19456,p=1$c2FsdA$aGFzaA", String(repeating: "$", count: 10_000),
        ]
    )
    func refused(text: String) {
        #expect(PasswordHash(text) == nil)
    }

    @Test("a hash that breaks off is an error, not a wrong password")
    func brokenOff() async throws {
        let hash = try #require(PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$!!!"))
        await #expect(throws: CryptographyError.passwordHash) { try await hashing.verify("x", against: hash) }
    }

    @Test("a flood of sign-ins is refused beyond the limit and the rest is answered")
    func flood() async {
        let cheap = PasswordHashing(cost: PasswordCost(memoryKiB: 8192, passes: 2, lanes: 1), waitingLimit: 4)
        let answers = await withTaskGroup(of: CryptographyError?.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do throws(CryptographyError) {
                        _ = try await cheap.verify("x", against: nil)
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            return await group.reduce(into: [CryptographyError?]()) { $0.append($1) }
        }
        #expect(answers.contains(nil))
        #expect(answers.allSatisfy { $0 == nil || $0 == .passwordsOverloaded(limit: 4) })
        #expect(answers.contains(.passwordsOverloaded(limit: 4)))
    }
}
