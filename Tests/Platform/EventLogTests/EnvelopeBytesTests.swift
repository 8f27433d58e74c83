import CanonicalJSON
import Kernel
import Testing

@testable import EventLog

@Suite("The bytes of an envelope")
struct EnvelopeBytesTests {
    private static let actors = [
        Actor.system("supervision"),
        Actor(
            kind: .officer,
            id: "01O\"引号\"",
            post: "01W1",
            agency: "01A1",
            certificate: "川0001@2",
            onBehalfOf: "01O2",
            session: "摘要\n"
        ),
        Actor(kind: .visitor, id: "visitor", session: "s"),
    ]

    private static let causes = [
        Causation(command: "CompleteStep", key: "k", correlation: "c"),
        Causation(command: "supervision", key: "01E7", event: "01E7", correlation: "\\"),
    ]

    @Test("are those of the generic encoder, whatever is present", arguments: actors, causes)
    func equal(actor: Actor, command: Causation) throws {
        for uses in [[:], ["rules": "3", "item": "511A@1", "依据": "1", "~": "2"]] {
            let envelope = Envelope(
                realm: Realm(1),
                position: 4_294_967_296,
                stream: StreamID(category: "casefile", key: "01C1"),
                version: 2,
                type: "CaseFile.Accepted",
                schema: 1,
                recordedAt: Instant(milliseconds: -1),
                occurred: Occurrence(at: Instant(milliseconds: 0), precision: .day, origin: .stated),
                actor: actor,
                command: command,
                node: "node-1",
                uses: uses,
                commitment: Commitment.algorithm
            )
            #expect(envelope.canonicalBytes == (try CanonicalEncoder().encode(envelope)))
            #expect(try CanonicalDecoder().decode(Envelope.self, from: envelope.canonicalBytes) == envelope)
        }
    }
}
