package import EventLog
package import Kernel
import Parties

/// An answer that an agency keeps ready for what it is asked again and again (标准答复), public once it was published.
///
/// What is changed in it is a draft until it is published in its turn; the public reads the last one published.
package struct StandardAnswer: Aggregate {
    package typealias ID = Identifier<StandardAnswer>
    package static let category = "standard-answer"

    /// What is asked, and what is answered.
    package struct Text: Hashable, Sendable, Codable {
        package let question: String
        package let answer: String

        package init(question: String, answer: String) {
            self.question = question
            self.answer = answer
        }
    }

    /// Where a standard answer stands.
    package enum Status: String, Hashable, Sendable, CaseIterable {
        /// Never published, or drafted anew since it was withdrawn.
        case drafted
        case published
        case withdrawn

        package var chinese: String {
            switch self {
            case .drafted: "草稿"
            case .published: "已公开"
            case .withdrawn: "已撤下"
            }
        }
    }

    package struct Withdrawal: Hashable, Sendable {
        package let on: Day
        package let reason: String
    }

    /// Whose it is, and the item it is about if it is about one; `nil` before the first draft.
    package private(set) var subject: LetterSubject?
    /// The last words that were drafted.
    package private(set) var draft: Text?
    /// What is public now.
    package private(set) var published: PublicStandardAnswer?
    /// `nil` unless it was the last thing that happened.
    package private(set) var withdrawal: Withdrawal?
    /// Whether words wait that were not published yet.
    package private(set) var isChanged = false

    package init() {}

    package var status: Status {
        guard published == nil else { return .published }
        return withdrawal == nil ? .drafted : .withdrawn
    }

    package mutating func evolve(_ event: StandardAnswerEvent, _ envelope: Envelope) {
        switch event {
        case .drafted(let drafted):
            subject = drafted.subject
            draft = drafted.text
            isChanged = true
            withdrawal = nil
        case .published(let publication):
            published = publication.record.value
            isChanged = false
            withdrawal = nil
        case .withdrawn(let withdrawn):
            published = nil
            withdrawal = Withdrawal(on: withdrawn.on, reason: withdrawn.reason.value)
        }
    }

    /// What the public would see of the draft; `nil` before there is one.
    package func publicRecord(on day: Day) -> PublicStandardAnswer? {
        guard let subject, let draft else { return nil }
        return PublicStandardAnswer(
            agency: subject.agency,
            agencyName: subject.agencyName,
            item: subject.item,
            question: draft.question,
            answer: draft.answer,
            publishedOn: day
        ).shown
    }
}

/// A standard answer as everybody reads it, masked as answers to letters are.
package struct PublicStandardAnswer: Hashable, Sendable, Codable {
    package let agency: String
    package let agencyName: String
    package let item: LetterSubject.Item?
    package let question: String
    package let answer: String
    package let publishedOn: Day

    package init(
        agency: String,
        agencyName: String,
        item: LetterSubject.Item?,
        question: String,
        answer: String,
        publishedOn: Day
    ) {
        self.agency = agency
        self.agencyName = agencyName
        self.item = item
        self.question = question
        self.answer = answer
        self.publishedOn = publishedOn
    }

    /// As it may be shown today: a masking that finds more also holds for what was published before.
    package var shown: PublicStandardAnswer {
        PublicStandardAnswer(
            agency: agency,
            agencyName: agencyName,
            item: item,
            question: PersonalText.masked(question),
            answer: PersonalText.masked(answer),
            publishedOn: publishedOn
        )
    }
}

/// An officer of the agency wrote a standard answer, or changed its words.
package struct StandardAnswerDrafted: EventPayload {
    package static let type = "StandardAnswer.Drafted"
    package let on: Day
    package let subject: LetterSubject
    package let text: StandardAnswer.Text
}

/// The draft became public.
package struct StandardAnswerPublished: EventPayload {
    package static let type = "StandardAnswer.Published"
    package let record: Open<PublicStandardAnswer>
}

/// It is public no more, with the reason; what was published stays in the log.
package struct StandardAnswerWithdrawn: EventPayload {
    package static let type = "StandardAnswer.Withdrawn"
    package let on: Day
    package let reason: Open<String>
}

package enum StandardAnswerEvent: EventFamily {
    case drafted(StandardAnswerDrafted)
    case published(StandardAnswerPublished)
    case withdrawn(StandardAnswerWithdrawn)

    package static let members: [EventMember<StandardAnswerEvent>] = [
        EventMember(StandardAnswerDrafted.self, StandardAnswerEvent.drafted),
        EventMember(StandardAnswerPublished.self, StandardAnswerEvent.published),
        EventMember(StandardAnswerWithdrawn.self, StandardAnswerEvent.withdrawn),
    ]

    package var payload: any EventPayload {
        switch self {
        case .drafted(let payload): payload
        case .published(let payload): payload
        case .withdrawn(let payload): payload
        }
    }
}
