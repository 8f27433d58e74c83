package import EventLog
package import Kernel

/// A message lies in its sender's outbox; it goes out with the act that wrote it, or not at all.
package struct MessageSent: EventPayload {
    package static let type = "Message.Sent"
    package let message: Message
}

/// The receiver has it; the sender stops trying.
package struct MessageAcknowledged: EventPayload {
    package static let type = "Message.Acknowledged"
    package let to: Realm
}

/// A realm took a message in, once, however often it was delivered.
package struct MessageReceived: EventPayload {
    package static let type = "Message.Received"
    package let message: Message
}

package enum MessageEvent: EventFamily {
    case sent(MessageSent)
    case acknowledged(MessageAcknowledged)
    case received(MessageReceived)

    package static let members: [EventMember<MessageEvent>] = [
        EventMember(MessageSent.self, MessageEvent.sent),
        EventMember(MessageAcknowledged.self, MessageEvent.acknowledged),
        EventMember(MessageReceived.self, MessageEvent.received),
    ]

    package var payload: any EventPayload {
        switch self {
        case .sent(let payload): payload
        case .acknowledged(let payload): payload
        case .received(let payload): payload
        }
    }
}

/// One message as its sender knows it.
package struct OutgoingMessage: Aggregate {
    package static let category = "outbox"
    package private(set) var message: Message?
    package private(set) var isAcknowledged = false

    package init() {}

    package mutating func evolve(_ event: MessageEvent, _ envelope: Envelope) {
        switch event {
        case .sent(let event): message = event.message
        case .acknowledged: isAcknowledged = true
        case .received: break
        }
    }
}

/// One message as its receiver knows it; the stream is named by (sender, message).
package struct IncomingMessage: Aggregate {
    package static let category = "received"
    package private(set) var message: Message?

    package init() {}

    package mutating func evolve(_ event: MessageEvent, _ envelope: Envelope) {
        switch event {
        case .received(let event): message = event.message
        case .sent, .acknowledged: break
        }
    }

    static func key(of message: Message) -> String { "\(message.from.shortCode)-\(message.id)" }
}
