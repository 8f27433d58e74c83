package import BlobStore
package import EventLog
package import Kernel
package import Law

/// What happens to an item on its way into, in and out of the catalog.
package enum PowerItemEvent: EventFamily {
    case imported(ItemImported)
    case drafted(ItemDrafted)
    case submitted(ItemSubmitted)
    case returned(ItemReturned)
    case confirmed(ItemConfirmed)
    case agreed(ItemAgreed)
    case published(ItemPublished)
    case exempted(ItemExempted)
    case abolished(ItemAbolished)
    case lawAnswered(ItemLawAnswered)
    case lawDecided(ItemLawDecided)

    package static let members = [
        EventMember(ItemImported.self, PowerItemEvent.imported),
        EventMember(ItemDrafted.self, PowerItemEvent.drafted),
        EventMember(ItemSubmitted.self, PowerItemEvent.submitted),
        EventMember(ItemReturned.self, PowerItemEvent.returned),
        EventMember(ItemConfirmed.self, PowerItemEvent.confirmed),
        EventMember(ItemAgreed.self, PowerItemEvent.agreed),
        EventMember(ItemPublished.self, PowerItemEvent.published),
        EventMember(ItemExempted.self, PowerItemEvent.exempted),
        EventMember(ItemAbolished.self, PowerItemEvent.abolished),
        EventMember(ItemLawAnswered.self, PowerItemEvent.lawAnswered),
        EventMember(ItemLawDecided.self, PowerItemEvent.lawDecided),
    ]

    package var payload: any EventPayload {
        switch self {
        case .imported(let payload): payload
        case .drafted(let payload): payload
        case .submitted(let payload): payload
        case .returned(let payload): payload
        case .confirmed(let payload): payload
        case .agreed(let payload): payload
        case .published(let payload): payload
        case .exempted(let payload): payload
        case .abolished(let payload): payload
        case .lawAnswered(let payload): payload
        case .lawDecided(let payload): payload
        }
    }
}

extension PowerItemEvent {
    /// The files that came with the fact, in order.
    package var files: [Attachment] {
        switch self {
        case .drafted(let fact): (fact.adjustment?.files ?? []) + fact.content.papers
        case .published(let fact): fact.content.value.papers
        case .exempted(let fact): fact.content.papers
        case .submitted(let fact): fact.report?.files ?? []
        case .agreed(let fact): fact.files ?? []
        case .abolished(let fact): fact.files ?? []
        case .imported, .returned, .confirmed, .lawAnswered, .lawDecided: []
        }
    }
}

/// A list named the item; it takes no applications before it is confirmed.
package struct ItemImported: EventPayload {
    package static let type = "PowerItem.Imported"
    /// The list it comes from.
    package let source: Open<String>
    package let row: Open<Int>
    package let listing: Open<ImportedListing>
    package let doubts: Open<[ItemDoubt]>
}

/// Someone wrote a draft; internal, since it may be of a secret item and is not in force.
package struct ItemDrafted: EventPayload {
    package static let type = "PowerItem.Drafted"
    package let content: ItemContent
    package let reason: String?
    package var adjustment: ItemAdjustment?
}

package struct ItemSubmitted: EventPayload {
    package static let type = "PowerItem.Submitted"
    package let note: String?
    package var report: SubmissionReport?
    /// Who agrees after the legal office, in this order; nobody when absent.
    package var stations: [Station]?
    /// Within which period the legal office answers.
    package var reviewWithin: Period?
}

package struct ItemReturned: EventPayload {
    package static let type = "PowerItem.Returned"
    package let reason: String
    package var comments: [FieldComment]?
}

package struct ItemConfirmed: EventPayload {
    package static let type = "PowerItem.Confirmed"
    package let opinion: String?
    package var comments: [FieldComment]?
    /// The code the item was given, where the draft had none.
    package var code: String?
}

/// One of those after the legal office agreed to the draft.
package struct ItemAgreed: EventPayload {
    package static let type = "PowerItem.Agreed"
    package let station: Station
    package let opinion: String
    /// The number of the document with which it agreed, where it has no seat here.
    package let document: String?
    package var files: [Attachment]?
}

package struct ItemPublished: EventPayload {
    package static let type = "PowerItem.Published"
    package let number: Open<Int>
    package let content: Open<ItemContent>
    package let inForceFrom: Open<Day>
}

/// A secret item came into force without publication; the ground is in its content.
package struct ItemExempted: EventPayload {
    package static let type = "PowerItem.Exempted"
    package let number: Int
    package let content: ItemContent
    package let inForceFrom: Day
}

package struct ItemAbolished: EventPayload {
    package static let type = "PowerItem.Abolished"
    package let from: Day
    package let ground: String
    package var trigger: ItemAdjustment.Trigger?
    package var files: [Attachment]?
}

/// The agency said what a change of law means for the item.
package struct ItemLawAnswered: EventPayload {
    package static let type = "PowerItem.LawAnswered"
    package let change: LegalChange
    package let kind: LegalAnswer.Kind
    package let reason: String
}

/// The legal office agreed to the agency's answer, or refused it.
package struct ItemLawDecided: EventPayload {
    package static let type = "PowerItem.LawDecided"
    package let change: LegalChange
    package let isAgreed: Bool
    package let opinion: String
}
