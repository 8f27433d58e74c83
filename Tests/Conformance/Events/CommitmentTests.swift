import Casework
import Composition
import Cryptography
@testable import EventLog
import Kernel
import Synchronization
import Testing

/// The 32 bytes that stand for an event in the public tree, written out: the way they are computed may never drift.
@Suite("The commitment of an event")
struct CommitmentTests {
    @Test("one whole event with fixed salts has the bytes it had when first released")
    func frozen() throws {
        let payload = EventExamples.received(
            channel: .online,
            permitName: nil,
            at: try EventExamples.position()
        )
        let codec = EventCodec(registry: EventRegistry(Modules.families), randomness: FixedSalts())
        let key = SecretKey(randomness: FixedSalts())
        let stored = try codec.store(payload, under: EventForm.envelope(of: payload)) { _ in key }
        #expect(String(decoding: stored.envelope, as: UTF8.self) == Self.envelope)
        let sections = try #require(StoredSections(decoding: stored.body))
        #expect(sections.parts.map(\.name) == ["internal", "public", "personal:1P1"])
        #expect(sections.parts.map { Hexadecimal.encode($0.digest.bytes) } == Self.digests)
        #expect(Hexadecimal.encode(stored.commitment.bytes) == Self.commitment)
    }

    private static let envelope = """
        {"actor":{"agency":"1A1","certificate":"23160000000001","id":"1O1","kind":"officer",\
        "onBehalfOf":"1O2","post":"1W1","session":"00ff"},"command":{"command":"CompleteStep",\
        "correlation":"K0","event":"1E6","key":"K1"},"commitment":"sha256/1","node":"node-1",\
        "occurred":{"at":1772413200000,"origin":"stated","precision":"day"},"position":7,\
        "realm":{"number":1},"recordedAt":1772413200000,"schema":1,"stream":"casefile/1C1",\
        "type":"CaseFile.ApplicationReceived","uses":{"calendar":"2026@1","item":"511A0138600000@1"},\
        "version":2}
        """

    /// Of the internal, the public and the personal section.
    private static let digests = [
        "f36e81392f0efb58c4ab2cdf8a9a37fe4c2698c9f747adee2e19bf4801dba8da",
        "9c65cc63573b392dbb3b98ae68a5c1b1117f4a90a4b6a8a415af84451090d2d9",
        "98d1996225827f491083fbf3399faa4d8ecaa766326c2671978f7a321938c161",
    ]

    private static let commitment = "67248fe665de5b66d1882a5cc9678604c7da272a5f8c1f28ae6c2a93606f8379"
}

/// Salts that are all ones, all twos, and so on.
private final class FixedSalts: Randomness {
    private let calls = Mutex<UInt8>(0)

    func bytes(_ count: Int) -> [UInt8] {
        calls.withLock { calls in
            calls += 1
            return [UInt8](repeating: calls, count: count)
        }
    }
}
