package import BlobStore
package import EventLog
package import Kernel

/// What happens to a list on its way to publication and filing.
package enum OfficialListEvent: EventFamily {
    case drafted(OfficialListDrafted)
    case submitted(OfficialListSubmitted)
    case returned(OfficialListReturned)
    case published(OfficialListPublished)
    case handedIn(OfficialListHandedIn)
    case filingReturned(OfficialListFilingReturned)
    case filed(OfficialListFiled)

    package static let members = [
        EventMember(OfficialListDrafted.self, OfficialListEvent.drafted),
        EventMember(OfficialListSubmitted.self, OfficialListEvent.submitted),
        EventMember(OfficialListReturned.self, OfficialListEvent.returned),
        EventMember(OfficialListPublished.self, OfficialListEvent.published),
        EventMember(OfficialListHandedIn.self, OfficialListEvent.handedIn),
        EventMember(OfficialListFilingReturned.self, OfficialListEvent.filingReturned),
        EventMember(OfficialListFiled.self, OfficialListEvent.filed),
    ]

    package var payload: any EventPayload {
        switch self {
        case .drafted(let payload): payload
        case .submitted(let payload): payload
        case .returned(let payload): payload
        case .published(let payload): payload
        case .handedIn(let payload): payload
        case .filingReturned(let payload): payload
        case .filed(let payload): payload
        }
    }
}

extension OfficialListEvent {
    /// The files that came with the fact, in order.
    package var files: [Attachment] {
        switch self {
        case .submitted(let fact): fact.report.files ?? []
        case .handedIn(let fact): fact.files
        case .filed(let fact): fact.files ?? []
        case .drafted, .returned, .published, .filingReturned: []
        }
    }
}

/// The rows of the next version, whole.
package struct OfficialListDrafted: EventPayload {
    package static let type = "OfficialList.Drafted"
    package let kind: String
    /// The division's digits or the agency's identifier.
    package let owner: String
    package let rows: [OfficialListRow]
    package let reason: String
    /// What made it necessary and what it rests on; `nil` for the first version, and before lists were asked.
    package var adjustment: ItemAdjustment?
}

package struct OfficialListSubmitted: EventPayload {
    package static let type = "OfficialList.Submitted"
    package let report: SubmissionReport
    /// Within which period the legal office answers; `nil` from before lists had it.
    package var reviewWithin: Period?
}

package struct OfficialListReturned: EventPayload {
    package static let type = "OfficialList.Returned"
    package let reason: String
}

/// The legal office confirmed the list, and it is in force and public from a day.
package struct OfficialListPublished: EventPayload {
    package static let type = "OfficialList.Published"
    package let kind: Open<String>
    package let owner: Open<String>
    package let number: Open<Int>
    package let rows: Open<[OfficialListRow]>
    package let inForceFrom: Open<Day>
}

/// The version was handed in for filing (报送备案): the sealed list, its rows as data, and what explains it.
package struct OfficialListHandedIn: EventPayload {
    package static let type = "OfficialList.HandedIn"
    package let number: Int
    package let note: String?
    package let files: [Attachment]
}

/// The receiving office sent the filing back with its comments.
package struct OfficialListFilingReturned: EventPayload {
    package static let type = "OfficialList.FilingReturned"
    package let number: Int
    package let comment: String
}

/// The version was filed (备案): who keeps it has the receipt.
package struct OfficialListFiled: EventPayload {
    package static let type = "OfficialList.Filed"
    package let number: Int
    package let receipt: String
    package let remark: String?
    /// What came with the receipt where nobody had handed in; `nil` otherwise.
    package var files: [Attachment]?
}
