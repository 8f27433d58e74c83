package import EventLog
package import Kernel

/// Every fact about a post.
package enum PostEvent: EventFamily {
    case created(PostCreated)
    case officerAppointed(OfficerAppointed)
    case officerRelieved(OfficerRelieved)
    case charterSet(PostCharterSet)
    case delegated(PostDelegated)
    case delegationEnded(PostDelegationEnded)
    case abolished(PostAbolished)
    case reinstated(PostReinstated)

    package static let members = [
        EventMember(PostCreated.self, PostEvent.created),
        EventMember(OfficerAppointed.self, PostEvent.officerAppointed),
        EventMember(OfficerRelieved.self, PostEvent.officerRelieved),
        EventMember(PostCharterSet.self, PostEvent.charterSet),
        EventMember(PostDelegated.self, PostEvent.delegated),
        EventMember(PostDelegationEnded.self, PostEvent.delegationEnded),
        EventMember(PostAbolished.self, PostEvent.abolished),
        EventMember(PostReinstated.self, PostEvent.reinstated),
    ]

    package var payload: any EventPayload {
        switch self {
        case .created(let payload): payload
        case .officerAppointed(let payload): payload
        case .officerRelieved(let payload): payload
        case .charterSet(let payload): payload
        case .delegated(let payload): payload
        case .delegationEnded(let payload): payload
        case .abolished(let payload): payload
        case .reinstated(let payload): payload
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

/// Carries the whole charter as it reads from that day on.
package struct PostCharterSet: EventPayload {
    package static let type = "Post.CharterSet"
    package let charter: Open<PostCharter>
    package let from: Open<Day>
    package let reason: String
}

package struct PostDelegated: EventPayload {
    package static let type = "Post.Delegated"
    package let delegation: Delegation
}

package struct PostDelegationEnded: EventPayload {
    package static let type = "Post.DelegationEnded"
    package let to: Officer.ID
    /// The first day on which the deputy no longer acts.
    package let from: Day
    package let reason: String
}

package struct PostAbolished: EventPayload {
    package static let type = "Post.Abolished"
    package let from: Open<Day>
    package let reason: String
}

/// The abolition was a mistake and is withdrawn: the post never ended; nobody held it in between.
package struct PostReinstated: EventPayload {
    package static let type = "Post.Reinstated"
    package let reason: String
}
