package import EventLog
package import Kernel

/// Ends an agency from a day on; its posts are abolished first, so that no open work is left without a place.
package struct CloseAgency: Command {
    package static let name = "CloseAgency"
    package let agency: Agency.ID
    package let from: Day
    package let reason: String

    package init(_ agency: Agency.ID, from: Day, reason: String) {
        self.agency = agency
        self.from = from
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> Agency.ID {
        _ = try session.load(AgencyEntry.self, agency.text).state.existing(agency, on: from)
        let posts = try session.reader.posts(ofAgency: agency, in: session.realm, on: from)
        let standing = try posts.filter {
            try session.load(PostEntry.self, $0.id.text).state.post?.exists(on: from) ?? false
        }
        guard standing.isEmpty else { throw DirectoryError.stillInUse(posts: standing.count) }
        let closed = AgencyClosed(
            from: Open(from),
            reason: try DirectoryText.checked(reason, "reason", greatest: 2_000)
        )
        try session.append(.closed(closed), to: AgencyEntry.self, agency.text)
        return agency
    }
}
