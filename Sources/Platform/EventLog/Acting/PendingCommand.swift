import CanonicalJSON
import Cryptography
import Database

/// A submitted command with its types taken off, waiting for its batch.
struct PendingCommand: Sendable {
    let act: Act
    let name: String
    let fingerprint: Digest
    let run: @Sendable (CommandSession) throws -> GivenAnswer
    let refusal: @Sendable (_ takenKey: String) -> (any Error)?

    var keyText: String { "\(act.actor.id)\u{0}\(act.key)" }
}

/// An answer as its command gave it, and as it is kept for its key.
struct GivenAnswer: Sendable {
    let value: any Sendable
    let bytes: [UInt8]
}

/// The canonical JSON in which an answer is kept for its key.
enum CommandAnswer {
    private struct Wrapped<Value: Codable>: Codable {
        let answer: Value
    }

    static func encode(_ answer: some Codable & Sendable) throws -> [UInt8] {
        try CanonicalEncoder().encode(Wrapped(answer: answer))
    }

    static func decode<Answer: Codable & Sendable>(_ bytes: [UInt8]) throws -> Answer {
        try CanonicalDecoder().decode(Wrapped<Answer>.self, from: bytes).answer
    }
}

/// The answer to one command, now or under its key before.
enum CommandOutcome: Sendable {
    case given(any Sendable)
    case replayed([UInt8])
}

typealias CommandVerdict = Swift.Result<CommandOutcome, any Error>
