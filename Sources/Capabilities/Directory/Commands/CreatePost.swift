package import EventLog
package import Kernel

/// Creates a post in an agency, optionally in one of its offices; the answer is its identifier.
package struct CreatePost: Command {
    package static let name = "CreatePost"
    package let agency: Agency.ID
    package let office: Office.ID?
    package let postName: String
    package let responsibility: Responsibility
    package let from: Day

    package init(
        _ postName: String,
        for responsibility: Responsibility,
        in agency: Agency.ID,
        office: Office.ID? = nil,
        from: Day
    ) {
        self.postName = postName
        self.responsibility = responsibility
        self.agency = agency
        self.office = office
        self.from = from
    }

    package func run(in session: CommandSession) throws -> Post.ID {
        let existing = try session.load(AgencyEntry.self, agency.text).state.existing(agency, on: from)
        if let office {
            guard let found = existing.offices.first(where: { $0.id == office }) else {
                throw DirectoryError.unknownOffice(office)
            }
            guard found.exists(on: from) else { throw DirectoryError.gone(on: from) }
        }
        let name = try DirectoryText.checked(postName, "name")
        let id: Post.ID = session.newIdentifier("W")
        let created = PostCreated(
            agency: Open(agency),
            office: Open(office),
            name: Open(name),
            responsibility: Open(responsibility),
            from: Open(from)
        )
        try session.append(.created(created), to: PostEntry.self, id.text)
        return id
    }
}
