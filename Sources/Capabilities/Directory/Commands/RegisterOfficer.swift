package import EventLog
package import Kernel

/// Enters an officer in the service of an agency; the answer is the officer's identifier.
package struct RegisterOfficer: Command {
    package static let name = "RegisterOfficer"
    package let officerName: String
    package let agency: Agency.ID
    package let from: Day

    package init(_ officerName: String, of agency: Agency.ID, from: Day) {
        self.officerName = officerName
        self.agency = agency
        self.from = from
    }

    package func run(in session: CommandSession) throws -> Officer.ID {
        _ = try session.load(AgencyEntry.self, agency.text).state.existing(agency, on: from)
        let name = try DirectoryText.checked(officerName, "name", greatest: 60)
        let id: Officer.ID = session.newIdentifier("O")
        let registered = OfficerRegistered(name: Open(name), agency: Open(agency), from: Open(from))
        try session.append(.registered(registered), to: OfficerEntry.self, id.text)
        return id
    }
}
