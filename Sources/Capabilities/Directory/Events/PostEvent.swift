package import EventLog
package import Kernel

/// Every fact about a post.
package enum PostEvent: EventFamily {
    case created(PostCreated)
    case officerAppointed(OfficerAppointed)
    case officerRelieved(OfficerRelieved)
    case abolished(PostAbolished)

    package static let members = [
        EventMember(PostCreated.self, PostEvent.created),
        EventMember(OfficerAppointed.self, PostEvent.officerAppointed),
        EventMember(OfficerRelieved.self, PostEvent.officerRelieved),
        EventMember(PostAbolished.self, PostEvent.abolished),
    ]

    package var payload: any EventPayload {
        switch self {
        case .created(let payload): payload
        case .officerAppointed(let payload): payload
        case .officerRelieved(let payload): payload
        case .abolished(let payload): payload
        }
    }
}

package struct PostCreated: EventPayload {
    package static let type = "Post.Created"
    package let agency: Open<Agency.ID>
    package let office: Open<Office.ID?>
    package let name: Open<String>
    package let responsibility: Open<Responsibility>
    package let from: Open<Day>
}

package struct OfficerAppointed: EventPayload {
    package static let type = "Post.OfficerAppointed"
    package let officer: Open<Officer.ID>
    package let from: Open<Day>
}

package struct OfficerRelieved: EventPayload {
    package static let type = "Post.OfficerRelieved"
    package let officer: Open<Officer.ID>
    /// The first day on which the officer no longer holds the post.
    package let from: Open<Day>
    package let reason: String
}

package struct PostAbolished: EventPayload {
    package static let type = "Post.Abolished"
    package let from: Open<Day>
    package let reason: String
}
