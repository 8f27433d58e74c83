package import Directory

/// How far a permission reaches; a wider scope includes the narrower ones.
package enum Scope: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// What the holder of the account owns: an officer's cases in hand, a party's own cases.
    case own = 1
    /// What lies with a post the officer holds today.
    case post = 2
    case office = 3
    case agency = 4
    /// The agency's division and everything in it.
    case division = 5

    package static func < (left: Scope, right: Scope) -> Bool { left.rawValue < right.rawValue }
}

/// Where a thing lies: what of it is `nil` is unknown and matches nothing.
package struct Place: Hashable, Sendable {
    package let owner: AccountHolder?
    package let post: Post.ID?
    package let office: Office.ID?
    package let agency: Agency.ID?
    package let division: Division.Code?

    package init(
        owner: AccountHolder? = nil,
        post: Post.ID? = nil,
        office: Office.ID? = nil,
        agency: Agency.ID? = nil,
        division: Division.Code? = nil
    ) {
        self.owner = owner
        self.post = post
        self.office = office
        self.agency = agency
        self.division = division
    }
}
