package import BlobStore
package import EventLog
package import Kernel

/// What the party of a case and the officers in charge of it write to each other (办件留言); the stream's key is the case.
///
/// It is a stream beside the case: a message changes nothing of the case, so that no form of an officer goes stale by it.
/// What has legal effect is a notice or a decision of the case, never a message.
///
/// - Source: 川办发〔2011〕45号 (咨询、查询); Administrative License Law (行政许可法) art. 30.2 (explain what the public asks).
package struct CaseConversation: Aggregate {
    package static let category = "case-conversation"

    /// Who writes.
    package enum Side: String, Hashable, Sendable, Codable {
        case party, agency
        /// Whom the application is directed against, in an adjudication (被申请人).
        case respondent

        /// Whether what this side writes is for `other`: the agency hears both parties, both hear the agency, and no party is
        /// shown what the other wrote to the agency as a message.
        package func isFor(_ other: Side) -> Bool { (self == .agency) != (other == .agency) }
    }

    /// The actor's name of whoever showed the respondent's code of a case.
    package static let respondent = "respondent"

    /// One message, with when the other side first saw it.
    package struct Message: Hashable, Sendable {
        /// From 1.
        package let number: Int
        package let from: Side
        package let sender: Actor
        package let at: Instant
        /// `nil` once erased.
        package let content: MessageContent?
        /// When each of those it is for first saw it.
        fileprivate(set) var readBy: [Side: Instant]

        /// When the other side first saw it; of what the agency wrote, when the party did that began the case.
        package var readAt: Instant? { from == .agency ? readBy[.party] : readBy[.agency] }
    }

    /// A party that waits for an answer sends no more than so many; who adds something writes it into one.
    package static let mostUnanswered = 5

    package private(set) var messages: [Message] = []

    package init() {}

    package mutating func evolve(_ event: ConversationEvent, _ envelope: Envelope) {
        switch event {
        case .sent(let sent):
            messages.append(
                Message(
                    number: messages.count + 1,
                    from: sent.from,
                    sender: envelope.actor,
                    at: envelope.recordedAt,
                    content: sent.content.value,
                    readBy: [:]
                )
            )
        case .read(let read):
            for index in messages.indices
            where messages[index].from.isFor(read.by) && messages[index].number <= read.through
                && messages[index].readBy[read.by] == nil
            {
                messages[index].readBy[read.by] = envelope.recordedAt
            }
        }
    }

    /// How many messages of the parties came after the agency's last one.
    package var unanswered: Int { messages.reversed().prefix { $0.from != .agency }.count }

    /// How many of them are one side's.
    func unanswered(of side: Side) -> Int {
        messages.reversed().prefix { $0.from != .agency }.count { $0.from == side }
    }

    /// The messages that a side wrote or may read.
    package func messages(seenBy side: Side) -> [Message] {
        messages.filter { $0.from == side || $0.from.isFor(side) }
    }

    /// The same from a moment on, the numbers kept: who comes later into a case is not shown what was written before.
    package func since(_ moment: Instant?) -> CaseConversation {
        var later = self
        later.messages.removeAll { message in moment.map { message.at < $0 } ?? true }
        return later
    }

    /// The latest message that a side has not seen yet; `nil` when it has seen all.
    package func unread(by side: Side) -> Int? {
        messages.last { $0.from.isFor(side) && $0.readBy[side] == nil }?.number
    }
}

/// What somebody writes, with the files that belong to it; personal as a whole.
package struct MessageContent: Hashable, Sendable, Codable {
    package let text: String
    package let files: [Attachment]

    package init(text: String, files: [Attachment]) {
        self.text = text
        self.files = files
    }

    static let longest = 1_000
    package static let mostFiles = 5
}
