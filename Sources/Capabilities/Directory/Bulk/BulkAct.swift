package import Kernel

/// What a bulk run does to every one of its rows.
package enum BulkAct: Hashable, Sendable, Codable {
    /// To another agency; the posts in the old one end.
    case transfer(to: Agency.ID)
    /// Out of every post of the agency and into one.
    case rotate(to: Post.ID)
    case appoint(to: Post.ID)
    /// Out of every post of the agency.
    case relieve
    case suspend
    case restore
    case renew(to: Day)
    /// The annual review is passed.
    case review
    /// The post ends, and whoever holds it leaves it.
    case abolish
    /// The longest stay of a holder, in months; `nil` for none. The rest of the charter stays.
    case limitStay(Int?)
    /// The row of a list is entered.
    case takeOver
}

/// One row of a bulk run: whom or what it concerns.
package struct BulkRow: Hashable, Sendable, Codable {
    package enum Target: Hashable, Sendable, Codable {
        case officer(Officer.ID)
        case certificate(Certificate.Number, of: Officer.ID)
        case post(Post.ID)
        case listedOfficer(OfficerList.Change)
        case listedSubject(SubjectList.Change)
    }

    /// As the user saw it: in the order chosen, or in the file.
    package let number: Int
    package let name: String
    package let target: Target

    package init(_ number: Int, _ name: String, _ target: Target) {
        self.number = number
        self.name = name
        self.target = target
    }
}

/// What takes back what was done to a row.
package enum BulkUndo: Hashable, Sendable, Codable {
    case transferBack(Officer.ID, to: Agency.ID, posts: [Post.ID])
    /// Out of the post that was given, into those that were held before.
    case reappoint(Officer.ID, from: Post.ID?, to: [Post.ID])
    case restore(Certificate.Number, of: Officer.ID)
    case suspend(Certificate.Number, of: Officer.ID, reason: String)
    case withdrawRenewal(Certificate.Number, of: Officer.ID, to: Day)
    case withdrawReview(Certificate.Number, of: Officer.ID, year: Int)
    /// An officer who was only entered leaves, and the certificate is void.
    case dismiss(Officer.ID, certificate: Certificate.Number)
    case close(Agency.ID)
    /// The abolition is withdrawn, and who held the post holds it again.
    case reinstate(Post.ID, officers: [Officer.ID])
    case charterBack(Post.ID, PostCharter)
    case changeBack(Agency.ID, Agency.Profile)
}
