package import EventLog
package import Kernel

/// Enters an officer in the service of an agency; the answer is the officer's identifier.
package struct RegisterOfficer: Command {
    package static let name = "RegisterOfficer"
    package let officerName: String
    package let agency: Agency.ID
    package let from: Day
    /// Position and engagement, where they are known.
    package let details: Officer.Details?

    package init(
        _ officerName: String,
        of agency: Agency.ID,
        from: Day,
        as details: Officer.Details? = nil
    ) {
        self.officerName = officerName
        self.agency = agency
        self.from = from
        self.details = details
    }

    package func run(in session: CommandSession) throws -> Officer.ID {
        _ = try session.load(AgencyEntry.self, agency.text).state.existing(agency, on: from)
        let name = try DirectoryText.checked(officerName, "name", greatest: 60)
        let id: Officer.ID = session.newIdentifier("O")
        let registered = OfficerRegistered(name: Open(name), agency: Open(agency), from: Open(from))
        try session.append(.registered(registered), to: OfficerEntry.self, id.text)
        if let details { _ = try DescribeOfficer(id, as: details).run(in: session) }
        return id
    }
}
