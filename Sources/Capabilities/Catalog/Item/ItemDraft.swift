package import Kernel

/// A version on its way into the catalog.
package struct ItemDraft: Hashable, Sendable {
    package enum Stage: Hashable, Sendable {
        case drafted
        case submitted(by: String, on: Day)
        case confirmed(submittedBy: String, by: String, on: Day)

        package var name: String {
            switch self {
            case .drafted: "drafted"
            case .submitted: "submitted"
            case .confirmed: "confirmed"
            }
        }
    }

    package internal(set) var content: ItemContent
    /// Everyone who wrote at it since the last published version.
    package internal(set) var drafters: Set<String>
    package internal(set) var stage: Stage
    /// Why a version in force is changed, as its drafter wrote.
    package internal(set) var reason: String?
    package internal(set) var adjustment: ItemAdjustment?
    /// What the agency's head signed, of the submission at hand.
    package internal(set) var report: SubmissionReport?
    /// Within which period the legal office answers.
    package internal(set) var reviewWithin: Period?
    /// Who agrees after the legal office, in this order.
    package internal(set) var stations: [Station] = []
    package internal(set) var consents: [Station: StationConsent] = [:]
    /// Why it was last returned.
    package internal(set) var returnReason: String?
    /// What was last remarked on its fields.
    package internal(set) var comments: [FieldComment] = []

    /// Whether publishing it takes the item out of the catalog.
    package var endsItem: Bool { adjustment?.kind == .abolished }

    /// Whose consent is waited for next, once the legal office confirmed.
    package var nextStation: Station? { stations.first { consents[$0] == nil } }
}
