package import EventLog
import Kernel

/// Records an officer's position and engagement.
package struct DescribeOfficer: Command {
    package static let name = "DescribeOfficer"
    package let officer: Officer.ID
    package let details: Officer.Details

    package init(_ officer: Officer.ID, as details: Officer.Details) {
        self.officer = officer
        self.details = details
    }

    package func run(in session: CommandSession) throws -> Officer.ID {
        _ = try session.load(OfficerEntry.self, officer.text).state.existing(officer)
        let position = try DirectoryText.checked(details.position, "position", greatest: 60)
        let checked = Officer.Details(position: position, engagement: details.engagement)
        try session.append(.detailed(OfficerDetailed(details: Open(checked))), to: OfficerEntry.self, officer.text)
        return officer
    }
}
