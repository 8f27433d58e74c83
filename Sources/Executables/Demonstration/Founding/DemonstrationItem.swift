import Catalog
import Codes

/// An item under which the demonstration's cases begin.
struct DemonstrationItem: Sendable {
    let id: PowerItem.ID
    let name: String
    let agency: String
    let form: [FormField]
    /// The materials every applicant hands in.
    let materials: [String]
    let permitName: String
    /// Whether the agency takes the matter up itself, rather than on application.
    let isExOfficio: Bool

    /// Returns `nil` for an item without a process, for which nobody can apply, and for one of investment projects, of
    /// which the history has none.
    init?(_ id: PowerItem.ID, _ content: ItemContent) {
        guard content.process != nil, !content.asksNegativeList, let agency = content.agency?.id else { return nil }
        self.id = id
        name = content.name
        self.agency = agency
        form = content.form ?? []
        materials = (content.materials ?? []).filter(\.mustBeFiled).map(\.name)
        permitName = content.permitName ?? content.name
        isExOfficio = content.category == .penalty
    }
}
