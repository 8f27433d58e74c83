package import BlobStore
package import Casework
package import EventLog
package import Kernel

/// Every fact of a dossier after its case was closed.
package enum DossierEvent: EventFamily {
    case archived(DossierArchived)
    case lent(DossierLent)
    case returned(DossierReturned)

    package static let members: [EventMember<DossierEvent>] = [
        EventMember(DossierArchived.self, DossierEvent.archived),
        EventMember(DossierLent.self, DossierEvent.lent),
        EventMember(DossierReturned.self, DossierEvent.returned),
    ]

    package var payload: any EventPayload {
        switch self {
        case .archived(let payload): payload
        case .lent(let payload): payload
        case .returned(let payload): payload
        }
    }
}

/// The case was bound into a dossier and put into the archive (归档).
///
/// - Source: Archives Law (档案法) art. 13, 14.
package struct DossierArchived: EventPayload {
    package static let type = "Dossier.Archived"
    package let number: String
    package let agency: String
    package let archivedOn: Day
    package let retention: Retention
    /// The last day of keeping; `nil` for ever.
    package let keptThrough: Day?
    /// SHA-256 of the package in hexadecimal, so that a copy can be held against it for ever.
    package let digest: String
    /// SHA-256 of the bound file.
    package let boundDigest: String
    package let pages: Int
    package let files: Int
    package let packed: Personal<Attachment>
    package let bound: Personal<Attachment>
}

/// The dossier was given to somebody to read outside the archive (借阅).
package struct DossierLent: EventPayload {
    package static let type = "Dossier.Lent"
    /// The officer who has it.
    package let borrower: String
    package let reason: String
    package let lentOn: Day
    package let dueOn: Day
}

/// The dossier came back (归还).
package struct DossierReturned: EventPayload {
    package static let type = "Dossier.Returned"
    package let returnedOn: Day
    /// How it was found on return.
    package let finding: String
}
