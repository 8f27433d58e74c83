package import EventLog
package import Kernel

/// The scores of a division and month were drafted from the log.
package struct ScoresDrafted: EventPayload {
    package static let type = "Scores.Drafted"
    package let month: ScoreMonth
    package let division: String
    /// As it was: the scheme may change, what was scored under it does not.
    package let scheme: ScoreScheme
    package let sheets: [ScoreSheet]
    /// The last day to object.
    package let objectionsThrough: Day
}

/// An agency objects to a fact that costs it points.
package struct ScoreObjected: EventPayload {
    package static let type = "Scores.Objected"
    package let number: Int
    package let agency: String
    /// The fact's position in the log.
    package let position: Int64
    package let text: String
}

/// A supervisor answered an objection; upheld, the fact costs nobody points.
package struct ScoreObjectionAnswered: EventPayload {
    package static let type = "Scores.ObjectionAnswered"
    package let number: Int
    package let isUpheld: Bool
    package let text: String
}

/// A second supervisor has audited the scores; they change no more.
package struct ScoresFrozen: EventPayload {
    package static let type = "Scores.Frozen"
    package let opinion: String
}

/// Every fact about the scores of a division and month.
package enum ScoreEvent: EventFamily {
    case drafted(ScoresDrafted)
    case objected(ScoreObjected)
    case answered(ScoreObjectionAnswered)
    case frozen(ScoresFrozen)

    package static let members: [EventMember<ScoreEvent>] = [
        EventMember(ScoresDrafted.self, ScoreEvent.drafted),
        EventMember(ScoreObjected.self, ScoreEvent.objected),
        EventMember(ScoreObjectionAnswered.self, ScoreEvent.answered),
        EventMember(ScoresFrozen.self, ScoreEvent.frozen),
    ]

    package var payload: any EventPayload {
        switch self {
        case .drafted(let payload): payload
        case .objected(let payload): payload
        case .answered(let payload): payload
        case .frozen(let payload): payload
        }
    }
}
