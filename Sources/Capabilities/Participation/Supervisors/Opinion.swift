package import EventLog
package import Kernel

/// What a public supervisor says of an agency, one of its items or one of its cases, and what the agency answers.
package struct Opinion: Aggregate {
    package typealias ID = Identifier<Opinion>
    package static let category = "opinion"

    /// `nil` before it is given.
    package private(set) var given: OpinionGiven?
    /// As the public reads it.
    package private(set) var answer: AnsweredOpinion?

    package init() {}

    package mutating func evolve(_ event: OpinionEvent, _ envelope: Envelope) {
        switch event {
        case .given(let event): given = event
        case .answered(let event): answer = event.record.value
        }
    }
}

/// A public supervisor says what they think; the words are public with the answer, masked.
package struct OpinionGiven: EventPayload {
    package static let type = "Opinion.Given"
    package let kind: Open<PublicSupervision.Kind>
    package let agencyName: Open<String>
    package let number: String
    package let supervisor: String
    package let subject: LetterSubject
    package let on: Day
    /// By when the agency answers.
    package let answer: LetterClock.Due
    /// The subject is the opinion.
    package let text: Personal<String>
}

/// The agency answered.
package struct OpinionAnswered: EventPayload {
    package static let type = "Opinion.Answered"
    package let record: Open<AnsweredOpinion>
}

/// An opinion and its answer, masked, as everybody reads them.
package struct AnsweredOpinion: Hashable, Sendable, Codable {
    package let opinion: String
    package let answer: String
    package let on: Day

    package init(opinion: String, answer: String, on: Day) {
        self.opinion = opinion
        self.answer = answer
        self.on = on
    }
}

package enum OpinionEvent: EventFamily {
    case given(OpinionGiven)
    case answered(OpinionAnswered)

    package static let members: [EventMember<OpinionEvent>] = [
        EventMember(OpinionGiven.self, OpinionEvent.given),
        EventMember(OpinionAnswered.self, OpinionEvent.answered),
    ]

    package var payload: any EventPayload {
        switch self {
        case .given(let payload): payload
        case .answered(let payload): payload
        }
    }
}
