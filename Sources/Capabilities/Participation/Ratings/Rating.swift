package import EventLog
package import Kernel

/// What the party of a case says of how it was handled (好差评); the stream's key is the case.
///
/// - Source: 国办发〔2019〕51号 (好差评制度); five grades, the same indicators everywhere.
package struct Rating: Aggregate {
    package static let category = "rating"

    /// What is rated beside the whole; those of handling online.
    package enum Dimension: String, Hashable, Sendable, Codable, CaseIterable {
        case efficiency, guide, convenience, platform

        package var chinese: String {
            switch self {
            case .efficiency: "办事效率"
            case .guide: "指南精确度"
            case .convenience: "便捷度"
            case .platform: "平台操作性"
            }
        }
    }

    /// From 1 (非常不满意) to 5 (非常满意).
    package static let grades = 1...5
    /// A rating up to this grade must be called back about, corrected and answered.
    package static let worstAnswered = 2

    package static func chinese(_ grade: Int) -> String {
        switch grade {
        case 5: "非常满意"
        case 4: "满意"
        case 3: "基本满意"
        case 2: "不满意"
        default: "非常不满意"
        }
    }

    /// `nil` before the case is rated.
    package private(set) var given: RatingGiven?
    package private(set) var calledBackOn: Day?
    package private(set) var answer: RatingAnswer?

    package init() {}

    package mutating func evolve(_ event: RatingEvent, _ envelope: Envelope) {
        switch event {
        case .given(let event): given = event
        case .calledBack(let event): calledBackOn = event.on
        case .answered(let event): answer = event.record.value
        }
    }
}

/// The party rated the case; grades are public at once and cannot be hidden, the words are masked first.
package struct RatingGiven: EventPayload {
    package static let type = "Rating.Given"
    package let item: Open<LetterSubject.Item>
    package let grade: Open<Int>
    package let dimensions: Open<[String: Int]>
    package let agency: String
    package let agencyName: String
    package let division: String
    package let on: Day
    /// By when a bad rating is corrected and answered; `nil` for others.
    package let answer: LetterClock.Due?
    /// The subject is the rating of the case.
    package let comment: Personal<String>
}

/// The rater was called back and asked what went wrong.
package struct RaterCalledBack: EventPayload {
    package static let type = "Rating.CalledBack"
    package let on: Day
    package let note: Personal<String>
}

/// What was corrected, for the rater and everyone.
package struct RatingAnswered: EventPayload {
    package static let type = "Rating.Answered"
    package let record: Open<RatingAnswer>
}

/// The agency's answer beside the masked words of the rater.
package struct RatingAnswer: Hashable, Sendable, Codable {
    package let comment: String
    package let answer: String
    package let on: Day

    package init(comment: String, answer: String, on: Day) {
        self.comment = comment
        self.answer = answer
        self.on = on
    }
}

package enum RatingEvent: EventFamily {
    case given(RatingGiven)
    case calledBack(RaterCalledBack)
    case answered(RatingAnswered)

    package static let members: [EventMember<RatingEvent>] = [
        EventMember(RatingGiven.self, RatingEvent.given),
        EventMember(RaterCalledBack.self, RatingEvent.calledBack),
        EventMember(RatingAnswered.self, RatingEvent.answered),
    ]

    package var payload: any EventPayload {
        switch self {
        case .given(let payload): payload
        case .calledBack(let payload): payload
        case .answered(let payload): payload
        }
    }
}
