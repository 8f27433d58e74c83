package import EventLog
package import Kernel

/// Opens an office inside an agency; the answer is its identifier.
package struct OpenOffice: Command {
    package static let name = "OpenOffice"
    package let agency: Agency.ID
    package let officeName: String
    package let from: Day

    package init(_ officeName: String, in agency: Agency.ID, from: Day) {
        self.agency = agency
        self.officeName = officeName
        self.from = from
    }

    package func run(in session: CommandSession) throws -> Office.ID {
        _ = try session.load(AgencyEntry.self, agency.text).state.existing(agency, on: from)
        let name = try DirectoryText.checked(officeName, "name")
        let id: Office.ID = session.newIdentifier("B")
        let opened = OfficeOpened(office: Open(id), name: Open(name), from: Open(from))
        try session.append(.officeOpened(opened), to: AgencyEntry.self, agency.text)
        return id
    }
}
