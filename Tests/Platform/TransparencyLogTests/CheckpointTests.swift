import Cryptography
import Kernel
import Testing
import TransparencyLog

@Suite("Signed notes and checkpoints")
struct CheckpointTests {
    private let key: SigningKey
    private let witness: SigningKey
    private let checkpoint = Checkpoint(origin: "example.org/衡鉴", size: 20, root: SHA256Hash.of([1]))

    init() throws {
        let randomness = SeededRandomness(seed: 3)
        key = try SigningKey(name: "example.org/衡鉴", randomness: randomness)
        witness = try SigningKey(name: "witness.example.org", randomness: randomness)
    }

    @Test("a checkpoint reads as three lines and its signatures, and comes back")
    func roundTrip() throws {
        let note = try checkpoint.signed(by: [key, witness])
        #expect(note.text == "example.org/衡鉴\n20\nS/USLzRFVMU73i67jNK349FgCtYxw4Wl18ziPHeFRZo=\n")
        let read = try SignedNote(note.description)
        #expect(read == note)
        let keys = [key.verifyingKey, witness.verifyingKey]
        #expect(try read.verify(keys) == keys)
        #expect(try Checkpoint(verifying: read, origin: "example.org/衡鉴", keys: keys) == checkpoint)
        #expect(try Checkpoint(verifying: read, origin: "example.org/衡鉴", keys: [witness.verifyingKey]) == checkpoint)
    }

    @Test("a note of the Go note package verifies")
    func foreign() throws {
        let note = try SignedNote(
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

            """
        )
        let key = try VerifyingKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
        #expect(try note.verify([key]) == [key])
        #expect(throws: TransparencyError.checkpointForm(line: 2, expected: .treeSize)) {
            try Checkpoint(unverified: note.text)
        }
    }

    @Test("an altered text, a stranger's signature and another log's checkpoint are refused")
    func refused() throws {
        let note = try checkpoint.signed(by: [key])
        let larger = try SignedNote(note.description.replacing("\n20\n", with: "\n21\n"))
        #expect(throws: TransparencyError.signatureInvalid(name: key.name)) { try larger.verify([key.verifyingKey]) }
        #expect(throws: TransparencyError.noKnownSignature(names: [key.name])) {
            try note.verify([witness.verifyingKey])
        }
        #expect(throws: TransparencyError.originDiffers(expected: "other", found: checkpoint.origin)) {
            try Checkpoint(verifying: note, origin: "other", keys: [key.verifyingKey])
        }
    }

    @Test(
        "a text that is no note names the line and what was expected there",
        arguments: [
            ("", 0, .blankLine), ("a\n", 1, .blankLine), ("a\n\n", 3, .signature), ("\n— a AAAAAAA=\n", 1, .text),
            ("a\n\n— a AAAA\n", 3, .signature), ("a\n\n- a AAAAAAA=\n", 3, .signature),
            ("a\n\n— a AAAAAAA=\nx\n", 4, .signature), ("a\n\n— a AAAAAAA=", 2, .blankLine),
            ("a\u{7}\n\n— a AAAAAAA=\n", 1, .text), ("a\r\n\r\n— a AAAAAAA=\r\n", 0, .blankLine),
        ] as [(text: String, line: Int, expected: NotePart)]
    )
    func noNote(text: String, line: Int, expected: NotePart) {
        #expect(throws: TransparencyError.noteForm(line: line, expected: expected)) { try SignedNote(text) }
    }

    @Test("a note of any size is read or refused", arguments: [10_000, 2_000_000])
    func large(length: Int) {
        #expect(throws: TransparencyError.self) { try SignedNote(String(repeating: "鉴", count: length)) }
    }

    @Test(
        "a text that is no checkpoint names the line",
        arguments: [
            ("\n", 1), ("a\n", 2), ("a\n01\n", 2), ("a\n-1\n", 2), ("a\n+1\n", 2), ("a\n99999999999999999999\n", 2),
            ("a\n1\n", 3), ("a\n1\nAAAA\n", 3), ("a\n1\n!\n", 3),
        ] as [(text: String, line: Int)]
    )
    func noCheckpoint(text: String, line: Int) throws {
        let error = try #require(throws: TransparencyError.self) { try Checkpoint(unverified: text) }
        guard case .checkpointForm(line, _) = error else {
            Issue.record("\(error)")
            return
        }
    }

    @Test("an origin that would break the text is refused", arguments: ["", "a\nb", "a\u{1}b"])
    func origin(text: String) {
        #expect(throws: TransparencyError.self) {
            try Checkpoint(origin: text, size: 0, root: MerkleHash.empty).signed(by: [key])
        }
    }
}
