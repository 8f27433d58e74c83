package import EventLog
import Kernel

/// What happens to a process before it is published; internal, since a draft binds nobody.
package enum ProcessDraftEvent: EventFamily {
    case drafted(ProcessDrafted)
    case submitted(ProcessSubmitted)
    case returned(ProcessReturned)
    case published(ProcessDraftPublished)

    package static let members = [
        EventMember(ProcessDrafted.self, ProcessDraftEvent.drafted),
        EventMember(ProcessSubmitted.self, ProcessDraftEvent.submitted),
        EventMember(ProcessReturned.self, ProcessDraftEvent.returned),
        EventMember(ProcessDraftPublished.self, ProcessDraftEvent.published),
    ]

    package var payload: any EventPayload {
        switch self {
        case .drafted(let payload): payload
        case .submitted(let payload): payload
        case .returned(let payload): payload
        case .published(let payload): payload
        }
    }
}

/// Someone wrote the draft, lawful or not yet.
package struct ProcessDrafted: EventPayload {
    package static let type = "ProcessDraft.Drafted"
    package let content: ProcessDraft.Content
    /// The agency that draws it up, in the first state of a draft; older drafts belong to nobody.
    package let agency: String?

    package init(content: ProcessDraft.Content, agency: String? = nil) {
        self.content = content
        self.agency = agency
    }
}

package struct ProcessSubmitted: EventPayload {
    package static let type = "ProcessDraft.Submitted"
    package let note: String?
}

package struct ProcessReturned: EventPayload {
    package static let type = "ProcessDraft.Returned"
    package let reason: String
}

/// The draft became the published version named.
package struct ProcessDraftPublished: EventPayload {
    package static let type = "ProcessDraft.Published"
    package let key: String
}
