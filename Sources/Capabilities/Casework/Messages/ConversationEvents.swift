package import EventLog

/// The party or an officer wrote; whose case and which agency, so that inboxes need not look it up.
package struct CaseMessageSent: EventPayload {
    package static let type = "CaseMessages.Sent"
    package let from: CaseConversation.Side
    package let caseNumber: String
    package let agency: String
    /// The subject is the case's.
    package let content: Personal<MessageContent>
}

/// One side saw what the other wrote.
package struct CaseMessagesRead: EventPayload {
    package static let type = "CaseMessages.Read"
    package let by: CaseConversation.Side
    /// The number of the last message seen.
    package let through: Int
}

package enum ConversationEvent: EventFamily {
    case sent(CaseMessageSent)
    case read(CaseMessagesRead)

    package static let members: [EventMember<ConversationEvent>] = [
        EventMember(CaseMessageSent.self, ConversationEvent.sent),
        EventMember(CaseMessagesRead.self, ConversationEvent.read),
    ]

    package var payload: any EventPayload {
        switch self {
        case .sent(let payload): payload
        case .read(let payload): payload
        }
    }
}
