package import EventLog
package import Kernel

extension Message {
    /// Puts a message into the outbox within the running command, so that it is sent exactly when the act is kept.
    ///
    /// - Throws: `ExchangeError` when it is addressed to its own realm, has no kind or is too long.
    @discardableResult
    package static func send(
        _ kind: String,
        to receiver: Realm,
        body: String,
        in session: CommandSession
    ) throws -> Message.ID {
        guard receiver != session.realm else { throw ExchangeError.toItself(receiver) }
        guard !kind.isEmpty else { throw ExchangeError.kindMissing }
        let length = body.utf8.count
        guard length <= longestBody else { throw ExchangeError.bodyTooLong(limit: longestBody, found: length) }
        let id: Message.ID = session.newIdentifier("M")
        let message = Message(id: id, from: session.realm, to: receiver, kind: kind, body: body)
        try session.append(.sent(MessageSent(message: message)), to: OutgoingMessage.self, id.text)
        return id
    }
}

/// Takes a delivered message in; answers whether it was new.
package struct ReceiveMessage: Command {
    package static let name = "ReceiveMessage"
    package let message: Message

    package init(_ message: Message) {
        self.message = message
    }

    package func run(in session: CommandSession) throws -> Bool {
        guard message.to == session.realm else {
            throw ExchangeError.misdelivered(to: message.to, found: session.realm)
        }
        let key = IncomingMessage.key(of: message)
        guard try !session.load(IncomingMessage.self, key).exists else { return false }
        try session.append(.received(MessageReceived(message: message)), to: IncomingMessage.self, key)
        return true
    }
}

/// Records that the receiver has a message; answers whether that was news.
package struct AcknowledgeMessage: Command {
    package static let name = "AcknowledgeMessage"
    package let message: Message.ID

    package init(_ message: Message.ID) {
        self.message = message
    }

    package func run(in session: CommandSession) throws -> Bool {
        let outgoing = try session.load(OutgoingMessage.self, message.text).state
        guard let sent = outgoing.message else { throw ExchangeError.unknownMessage(message) }
        guard !outgoing.isAcknowledged else { return false }
        try session.append(
            .acknowledged(MessageAcknowledged(to: sent.to)),
            to: OutgoingMessage.self,
            message.text
        )
        return true
    }
}
