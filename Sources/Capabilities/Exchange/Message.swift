package import Kernel

/// What one realm tells another: the only way in which realms talk.
package struct Message: Hashable, Sendable, Codable {
    package typealias ID = Identifier<Message>

    package let id: ID
    package let from: Realm
    package let to: Realm
    /// What it is about, as `CopyNotice`; the receiver knows which kinds it takes.
    package let kind: String
    /// JSON text of the kind's published form, never an internal event.
    package let body: String

    package init(id: ID, from: Realm, to: Realm, kind: String, body: String) {
        self.id = id
        self.from = from
        self.to = to
        self.kind = kind
        self.body = body
    }

    /// Longer bodies are files and travel as such.
    package static let longestBody = 64 * 1024
}

/// Every refusal of exchange.
package enum ExchangeError: Error, Hashable, Sendable {
    case toItself(Realm)
    case bodyTooLong(limit: Int, found: Int)
    case kindMissing
    /// The message is addressed to another realm.
    case misdelivered(to: Realm, found: Realm)
    case unknownMessage(Message.ID)
}
