import CanonicalJSON
package import Cryptography
package import Kernel

/// One intention: it loads what it must know, decides, and appends; the log makes it durable.
///
/// The middle part, the decision, belongs into a pure function of the state, tested without a database.
package protocol Command: Encodable, Sendable {
    associatedtype Answer: Codable & Sendable
    /// The intention's name, as `AcceptApplication`.
    static var name: String { get }
    /// Decides and appends to `session`; anything thrown refuses the command and leaves nothing behind.
    func run(in session: CommandSession) throws -> Answer
    /// What two submissions under one key must share; the canonical form unless the command says otherwise.
    func fingerprint() throws -> Digest
    /// Returns the refusal that a taken unique key stands for, if the command knows it.
    func refusal(forTaken key: String) -> (any Error)?
}

extension Command {
    package func fingerprint() throws -> Digest { SHA256Hash.of(try CanonicalEncoder().encode(self)) }

    package func refusal(forTaken key: String) -> (any Error)? { nil }
}

/// Who submits a command, and under which key.
package struct Act: Sendable {
    package let realm: Realm
    package let actor: Actor
    /// Chosen by the form or caller; the same key with the same command is answered again, not done again.
    package let key: String
    package let correlation: String
    /// The time the act legally happened; the server's now when `nil`.
    package let occurred: Occurrence?

    package init(
        realm: Realm,
        actor: Actor,
        key: String,
        correlation: String? = nil,
        occurred: Occurrence? = nil
    ) {
        self.realm = realm
        self.actor = actor
        self.key = key
        self.correlation = correlation ?? key
        self.occurred = occurred
    }
}

/// What the caller gets once the act is durable.
package struct Receipt<Answer: Sendable>: Sendable {
    package let answer: Answer
    /// Whether the answer is that of an earlier submission under the same key.
    package let isReplay: Bool
}
