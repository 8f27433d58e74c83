package import EventLog
package import Kernel

/// Moves an officer to another agency from a day on; the posts in the old one end with it, or go to a successor.
package struct TransferOfficer: Command {
    package static let name = "TransferOfficer"
    package let officer: Officer.ID
    package let agency: Agency.ID
    package let from: Day
    package let reason: String
    /// Who takes the posts over, so that the work that waits for them goes on.
    package let successor: Officer.ID?

    package init(
        _ officer: Officer.ID,
        to agency: Agency.ID,
        from: Day,
        reason: String,
        successor: Officer.ID? = nil
    ) {
        self.officer = officer
        self.agency = agency
        self.from = from
        self.reason = reason
        self.successor = successor
    }

    /// The answer is the posts the officer was relieved of.
    package func run(in session: CommandSession) throws -> [Post.ID] {
        let person = try session.load(OfficerEntry.self, officer.text).state.existing(officer)
        _ = try session.load(AgencyEntry.self, agency.text).state.existing(agency, on: from)
        guard let old = person.agency(on: from), old != agency else {
            throw DirectoryError.ofOtherAgency(employer: person.agency(on: from))
        }
        let reason = try DirectoryText.checked(reason, "reason", greatest: 2_000)
        let relieved = try session.relieve(officer, of: old, from: from, reason: reason, successor: successor)
        let transferred = OfficerTransferred(agency: Open(agency), from: Open(from), reason: reason)
        try session.append(.transferred(transferred), to: OfficerEntry.self, officer.text)
        return relieved
    }
}

/// Ends an officer's service in an agency; the posts end with it, or go to a successor.
package struct DismissOfficer: Command {
    package static let name = "DismissOfficer"
    package let officer: Officer.ID
    package let from: Day
    package let reason: String
    /// Who takes the posts over, so that the work that waits for them goes on.
    package let successor: Officer.ID?

    package init(_ officer: Officer.ID, from: Day, reason: String, successor: Officer.ID? = nil) {
        self.officer = officer
        self.from = from
        self.reason = reason
        self.successor = successor
    }

    /// The answer is the posts the officer was relieved of.
    package func run(in session: CommandSession) throws -> [Post.ID] {
        let person = try session.load(OfficerEntry.self, officer.text).state.existing(officer)
        guard let old = person.agency(on: from) else { throw DirectoryError.ofOtherAgency(employer: nil) }
        let reason = try DirectoryText.checked(reason, "reason", greatest: 2_000)
        let relieved = try session.relieve(officer, of: old, from: from, reason: reason, successor: successor)
        try session.append(.left(OfficerLeft(from: Open(from), reason: reason)), to: OfficerEntry.self, officer.text)
        return relieved
    }
}

extension CommandSession {
    /// Relieves an officer of every post in an agency but one, as of this batch, and appoints the successor to each.
    func relieve(
        _ officer: Officer.ID,
        of agency: Agency.ID,
        from day: Day,
        reason: String,
        successor: Officer.ID?,
        except kept: Post.ID? = nil
    ) throws -> [Post.ID] {
        var relieved: [Post.ID] = []
        for row in try reader.posts(ofAgency: agency, in: realm, on: day) where row.id != kept {
            let entry = try load(PostEntry.self, row.id.text).state
            guard entry.post?.officers(on: day).contains(officer) == true else { continue }
            let event = try entry.relieve(officer, of: row.id, from: day, reason: reason)
            let after = try append(.officerRelieved(event), to: PostEntry.self, row.id.text)
            try succeed(officer, by: successor, in: row.id, after, from: day)
            relieved.append(row.id)
        }
        return relieved
    }

    /// Appoints the successor to a post that was just left, unless the post is held already.
    func succeed(
        _ officer: Officer.ID,
        by successor: Officer.ID?,
        in post: Post.ID,
        _ entry: PostEntry,
        from day: Day
    ) throws {
        guard let successor, entry.post?.officers(on: day).contains(successor) != true else { return }
        guard successor != officer else { throw DirectoryError.delegatedToOneself }
        let person = try load(OfficerEntry.self, successor.text).state.existing(successor)
        let appointed = try entry.appoint(person, to: post, from: day)
        try append(.officerAppointed(appointed), to: PostEntry.self, post.text)
    }
}
