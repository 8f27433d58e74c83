package import EventLog
package import Kernel

/// Says who leads an agency from a day on.
///
/// - Source: 国办发〔2005〕37号 part 3 (垂直管理、双重管理).
package struct SetManagement: Command {
    package static let name = "SetManagement"
    package let agency: Agency.ID
    package let management: Management
    package let from: Day
    package let reason: String

    package init(_ management: Management, of agency: Agency.ID, from: Day, reason: String) {
        self.agency = agency
        self.management = management
        self.from = from
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> Agency.ID {
        _ = try session.load(AgencyEntry.self, agency.text).state.existing(agency, on: from)
        try refuseCircle(in: session)
        let set = AgencyManagementSet(
            management: Open(management),
            from: Open(from),
            reason: try DirectoryText.checked(reason, "reason", greatest: 2_000)
        )
        try session.append(.managementSet(set), to: AgencyEntry.self, agency.text)
        return agency
    }

    private func refuseCircle(in session: CommandSession) throws {
        var above = management.superior
        var seen: Set<Agency.ID> = []
        while let current = above {
            guard current != agency, seen.insert(current).inserted else {
                throw DirectoryError.managementCircle(current)
            }
            let entry = try session.load(AgencyEntry.self, current.text).state.existing(current, on: from)
            above = entry.management.value(on: from)?.superior
        }
    }
}
