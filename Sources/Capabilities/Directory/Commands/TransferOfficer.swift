package import EventLog
package import Kernel

/// Moves an officer to another agency from a day on; the posts in the old one end with it.
package struct TransferOfficer: Command {
    package static let name = "TransferOfficer"
    package let officer: Officer.ID
    package let agency: Agency.ID
    package let from: Day
    package let reason: String

    package init(_ officer: Officer.ID, to agency: Agency.ID, from: Day, reason: String) {
        self.officer = officer
        self.agency = agency
        self.from = from
        self.reason = reason
    }

    /// The answer is the posts the officer was relieved of.
    package func run(in session: CommandSession) throws -> [Post.ID] {
        let person = try session.load(OfficerEntry.self, officer.text).state.existing(officer)
        _ = try session.load(AgencyEntry.self, agency.text).state.existing(agency, on: from)
        guard let old = person.agency(on: from), old != agency else {
            throw DirectoryError.ofOtherAgency(employer: person.agency(on: from))
        }
        let reason = try DirectoryText.checked(reason, "reason", greatest: 2_000)
        let relieved = try session.relieve(officer, of: old, from: from, reason: reason)
        let transferred = OfficerTransferred(agency: Open(agency), from: Open(from), reason: reason)
        try session.append(.transferred(transferred), to: OfficerEntry.self, officer.text)
        return relieved
    }
}

/// Ends an officer's service in an agency; the posts end with it.
package struct DismissOfficer: Command {
    package static let name = "DismissOfficer"
    package let officer: Officer.ID
    package let from: Day
    package let reason: String

    package init(_ officer: Officer.ID, from: Day, reason: String) {
        self.officer = officer
        self.from = from
        self.reason = reason
    }

    /// The answer is the posts the officer was relieved of.
    package func run(in session: CommandSession) throws -> [Post.ID] {
        let person = try session.load(OfficerEntry.self, officer.text).state.existing(officer)
        guard let old = person.agency(on: from) else { throw DirectoryError.ofOtherAgency(employer: nil) }
        let reason = try DirectoryText.checked(reason, "reason", greatest: 2_000)
        let relieved = try session.relieve(officer, of: old, from: from, reason: reason)
        try session.append(.left(OfficerLeft(from: Open(from), reason: reason)), to: OfficerEntry.self, officer.text)
        return relieved
    }
}

extension CommandSession {
    /// Relieves an officer of every post in an agency, as of this batch.
    fileprivate func relieve(
        _ officer: Officer.ID,
        of agency: Agency.ID,
        from day: Day,
        reason: String
    ) throws -> [Post.ID] {
        var relieved: [Post.ID] = []
        for row in try reader.posts(ofAgency: agency, in: realm, on: day) {
            let entry = try load(PostEntry.self, row.id.text).state
            guard entry.post?.officers(on: day).contains(officer) == true else { continue }
            let event = try entry.relieve(officer, of: row.id, from: day, reason: reason)
            try append(.officerRelieved(event), to: PostEntry.self, row.id.text)
            relieved.append(row.id)
        }
        return relieved
    }
}
