import Cryptography
import Foundation
import Kernel
import Testing

@Suite("Keys that sign notes")
struct NoteKeyTests {
    private let randomness = SeededRandomness(seed: 11)

    @Test("a signature verifies with its key and message only")
    func signature() throws {
        let key = try SigningKey(name: "example.org/log", randomness: randomness)
        let message = Array("衡鉴\n".utf8)
        let signature = key.sign(message)
        #expect(signature.count == 64)
        #expect(key.verifyingKey.verify(signature, of: message))
        #expect(!key.verifyingKey.verify(signature, of: message + [0]))
        #expect(!key.verifyingKey.verify([], of: message))
        #expect(
            try !SigningKey(name: "example.org/log", randomness: randomness).verifyingKey.verify(signature, of: message)
        )
    }

    @Test("a verifying key survives text and refuses an altered id, key or name")
    func text() throws {
        let key = try SigningKey(name: "example.org/log", randomness: randomness).verifyingKey
        #expect(try VerifyingKey(key.description) == key)
        let parts = key.description.split(separator: "+", maxSplits: 2).map(String.init)
        for altered in ["other+\(parts[1])+\(parts[2])", "\(parts[0])+00000000+\(parts[2])", parts[2], "", "a+b+c"] {
            #expect(throws: CryptographyError.verifyingKey(altered)) { try VerifyingKey(altered) }
        }
    }

    @Test("the example of the Go note package verifies: key, id and signature")
    func known() throws {
        let text = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
        let key = try VerifyingKey(text)
        #expect(key.description == text)
        let message =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
        let line = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
        let signature = try #require(Data(base64Encoded: line))
        #expect(Array(signature.prefix(4)) == key.id)
        #expect(key.verify(Array(signature.dropFirst(4)), of: Array(message.utf8)))
    }

    @Test("a name with a space or a plus sign is refused", arguments: ["", "a b", "a+b", "a\nb"])
    func names(name: String) {
        #expect(throws: CryptographyError.keyName(name)) { try SigningKey(name: name, randomness: randomness) }
    }
}
