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
    /// Why it was last returned.
    package internal(set) var returnReason: String?
}
