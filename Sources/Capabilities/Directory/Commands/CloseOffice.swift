package import EventLog
package import Kernel

/// Ends an office from a day on; posts in it are moved or abolished first.
package struct CloseOffice: Command {
    package static let name = "CloseOffice"
    package let agency: Agency.ID
    package let office: Office.ID
    package let from: Day
    package let reason: String

    package init(_ office: Office.ID, of agency: Agency.ID, from: Day, reason: String) {
        self.agency = agency
        self.office = office
        self.from = from
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> Office.ID {
        let existing = try session.load(AgencyEntry.self, agency.text).state.existing(agency, on: from)
        guard let found = existing.offices.first(where: { $0.id == office }) else {
            throw DirectoryError.unknownOffice(office)
        }
        guard found.exists(on: from) else { throw DirectoryError.gone(on: from) }
        let posts = try session.reader.posts(ofAgency: agency, in: session.realm, on: from).filter {
            $0.office == office
        }
        let standing = try posts.filter {
            try session.load(PostEntry.self, $0.id.text).state.post?.exists(on: from) ?? false
        }
        guard standing.isEmpty else { throw DirectoryError.stillInUse(posts: standing.count) }
        let closed = OfficeClosed(
            office: Open(office),
            from: Open(from),
            reason: try DirectoryText.checked(reason, "reason", greatest: 2_000)
        )
        try session.append(.officeClosed(closed), to: AgencyEntry.self, agency.text)
        return office
    }
}
