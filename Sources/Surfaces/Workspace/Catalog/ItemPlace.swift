import Access
import Catalog
import Directory
import Kernel

extension Workspace {
    /// Whether a rule lets the principal do something about an item of that body.
    ///
    /// An item that names no agency of the directory is within the reach of those of the whole division.
    static func allows(
        _ principal: Principal,
        _ rule: AccessRule,
        on agency: AgencyReference?,
        in division: String?
    ) -> Bool {
        guard let agency = agency?.id else {
            return AccessDecision.decide(principal, .permission(Permission(.readDrafts, .division))) == .allowed
                && AccessDecision.decide(principal, rule) == .allowed
        }
        let place = Place(agency: Agency.ID(agency), division: division.flatMap { Division.Code($0) })
        return AccessDecision.decide(principal, rule, at: place) == .allowed
    }
}
