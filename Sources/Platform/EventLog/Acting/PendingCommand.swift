import CanonicalJSON
import Cryptography
import Database

/// A submitted command with its types taken off, waiting for its batch.
struct PendingCommand: Sendable {
    let act: Act
    let name: String
    let fingerprint: Digest
    let run: @Sendable (CommandSession) throws -> [UInt8]
    let refusal: @Sendable (_ takenKey: String) -> (any Error)?

    var keyText: String { "\(act.actor.id)\u{0}\(act.key)" }
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

/// The answer to one command, and whether it was given before.
struct CommandOutcome: Sendable {
    let answer: [UInt8]
    let isReplay: Bool
}

typealias CommandVerdict = Swift.Result<CommandOutcome, any Error>
