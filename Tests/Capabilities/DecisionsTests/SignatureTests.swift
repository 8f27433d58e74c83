import BlobStore
import Casework
import Cryptography
import Decisions
import Directory
import Documents
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@Suite("The electronic signature of documents", .enabled(if: SignatureCheck.isInstalled))
struct SignatureTests {
    private struct Signed {
        let bytes: [UInt8]
        let root: String
        let number: String
    }

    private static func authority(_ folder: TemporaryFolder, seed: UInt64 = 1) -> DocumentAuthority {
        DocumentAuthority(
            ring: .ephemeral(randomness: SeededRandomness(seed: seed)),
            folder: folder.path,
            clock: SystemClock()
        )
    }

    /// A notice of acceptance as the party gets it.
    private func issued() async throws -> Signed {
        let house = try await TestHouse.open()
        let (files, certificates) = (try TemporaryFolder(), try TemporaryFolder())
        let authority = Self.authority(certificates)
        let issuer = DocumentIssuer(
            log: house.log,
            blobs: try BlobStore(folder: files.path),
            renderer: DocumentRenderer(),
            checkKey: house.ring.key(for: .receipt),
            publicAddress: "https://example.org",
            isDemonstration: true,
            authority: authority
        )
        let receipt = try await house.apply()
        for (step, outcome) in [("receive", "registered"), ("accept", "accepted")] {
            let command = CompleteStep(
                caseFile: receipt.caseFile,
                seen: try await house.state(receipt.caseFile).version,
                step: .init(step),
                outcome: .init(outcome),
                opinion: "材料齐全"
            )
            try await house.submit(command, by: house.officer(.reception))
        }
        _ = try await issuer.issue(for: receipt.caseFile, in: TestHouse.realm)
        let document = try #require(try await house.state(receipt.caseFile).state.documents.first)
        return Signed(
            bytes: try await issuer.file(of: document),
            root: try authority.rootText(),
            number: document.number
        )
    }

    @Test("what goes to a party is signed by the agency, every byte of it, and a strict checker trusts it")
    func trusted() async throws {
        let signed = try await issued()
        let check = try await SignatureCheck(signed.bytes, trusting: signed.root)
        #expect(check.isIntact && check.isTrusted)
        #expect(check.coverage == "ENTIRE_FILE")
        #expect(check.kind == "/ETSI.CAdES.detached")
        #expect(check.signer == "演示区教育局")
        #expect(check.reason == "受理通知书 \(signed.number)")
        #expect(check.at == "2026-03-02T09:00:00+08:00")
        let printed = try Printed(signed.bytes)
        #expect(printed.pages == 2)
        #expect(printed.text.contains("受理通知书"))
    }

    @Test("a changed byte is found, and another authority's word is not taken")
    func tampered() async throws {
        let signed = try await issued()
        var changed = signed.bytes
        changed[changed.count / 4] ^= 1
        #expect(try await SignatureCheck(changed, trusting: signed.root).isIntact == false)
        let elsewhere = try TemporaryFolder()
        let stranger = try Self.authority(elsewhere, seed: 9).rootText()
        let check = try await SignatureCheck(signed.bytes, trusting: stranger)
        #expect(check.isIntact && !check.isTrusted)
    }

    @Test("certificates stay the same after a restart; one of another key is refused")
    func certificates() throws {
        let folder = try TemporaryFolder()
        let first = try Self.authority(folder).rootText()
        #expect(try Self.authority(folder).rootText() == first)
        _ = try Self.authority(folder).signer(of: "A1", named: "演示区教育局")
        _ = try Self.authority(folder).signer(of: "A1", named: "演示区教育局")
        #expect(throws: CryptographyError.self) {
            try Self.authority(folder, seed: 9).signer(of: "A1", named: "演示区教育局")
        }
    }

    @Test("a file that our press did not make is refused, not guessed at")
    func foreign() {
        let facts = PDFSigning(name: "演示区教育局", reason: "", at: Instant("2026-03-02", hour: 9))
        for text in ["", "%PDF-1.7\n%%EOF", "%PDF-1.7\nstartxref\n3\n%%EOF", "startxref\n999999\n%%EOF"] {
            #expect(throws: DocumentError.self, "\(text)") { try facts.sign(Array(text.utf8)) { _ in [] } }
        }
    }
}
