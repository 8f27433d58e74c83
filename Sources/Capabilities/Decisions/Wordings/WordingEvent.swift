package import EventLog
package import Kernel

/// What happens to a division's own words in a document.
package enum WordingEvent: EventFamily {
    case drafted(WordingDrafted)
    case returned(WordingReturned)
    case enacted(WordingEnacted)

    package static let members = [
        EventMember(WordingDrafted.self, WordingEvent.drafted),
        EventMember(WordingReturned.self, WordingEvent.returned),
        EventMember(WordingEnacted.self, WordingEvent.enacted),
    ]

    package var payload: any EventPayload {
        switch self {
        case .drafted(let payload): payload
        case .returned(let payload): payload
        case .enacted(let payload): payload
        }
    }
}

/// Someone wrote the draft of the next version; internal, since no document bears it.
package struct WordingDrafted: EventPayload {
    package static let type = "DocumentWording.Drafted"
    package let wording: DocumentWording
    package let reason: String
}

package struct WordingReturned: EventPayload {
    package static let type = "DocumentWording.Returned"
    package let reason: String
}

/// The draft is what documents say from a day on.
package struct WordingEnacted: EventPayload {
    package static let type = "DocumentWording.Enacted"
    package let number: Open<Int>
    package let wording: Open<DocumentWording>
    package let reason: Open<String>
    package let inForceFrom: Open<Day>
}
