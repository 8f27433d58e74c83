package import EventLog
package import Kernel

/// A supervisor asks that another one look at what the public is to be told of a period.
package struct BulletinProposed: EventPayload {
    package static let type = "Bulletins.Proposed"
    package let record: BulletinRecord
    package let reviewBy: Day
}

/// Another supervisor agreed, or sent it back with what is to be mended.
package struct BulletinReviewed: EventPayload {
    package static let type = "Bulletins.Reviewed"
    package let isApproved: Bool
    package let opinion: String
}

/// The bulletin is public; one of the same period takes the place of the earlier.
package struct BulletinPublished: EventPayload {
    package static let type = "Bulletins.Published"
    package let record: Open<BulletinRecord>
}

/// The bulletin is no longer public; the public is told why.
package struct BulletinWithdrawn: EventPayload {
    package static let type = "Bulletins.Withdrawn"
    package let reason: Open<String>
}

/// Every fact about the bulletin of a division and a period.
package enum BulletinEvent: EventFamily {
    case proposed(BulletinProposed)
    case reviewed(BulletinReviewed)
    case published(BulletinPublished)
    case withdrawn(BulletinWithdrawn)

    package static let members: [EventMember<BulletinEvent>] = [
        EventMember(BulletinProposed.self, BulletinEvent.proposed),
        EventMember(BulletinReviewed.self, BulletinEvent.reviewed),
        EventMember(BulletinPublished.self, BulletinEvent.published),
        EventMember(BulletinWithdrawn.self, BulletinEvent.withdrawn),
    ]

    package var payload: any EventPayload {
        switch self {
        case .proposed(let payload): payload
        case .reviewed(let payload): payload
        case .published(let payload): payload
        case .withdrawn(let payload): payload
        }
    }
}
