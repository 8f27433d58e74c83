package import EventLog
package import Kernel

/// Changes what is published of an agency; the answer is the new version of its stream.
package struct ChangeAgencyProfile: Command {
    package static let name = "ChangeAgencyProfile"
    package let agency: Agency.ID
    /// The version the user saw.
    package let seen: Int
    package let profile: Agency.Profile
    package let from: Day
    package let reason: String

    package init(_ agency: Agency.ID, seen: Int, to profile: Agency.Profile, from: Day, reason: String) {
        self.agency = agency
        self.seen = seen
        self.profile = profile
        self.from = from
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> Int {
        try session.requireSeen(seen, AgencyEntry.self, agency.text)
        _ = try session.load(AgencyEntry.self, agency.text).state.existing(agency, on: from)
        let profile = try DirectoryText.checked(profile)
        let reason = try DirectoryText.checked(reason, "reason", greatest: 2_000)
        let changed = AgencyProfileChanged(profile: Open(profile), from: Open(from), reason: reason)
        try session.append(.profileChanged(changed), to: AgencyEntry.self, agency.text)
        return seen + 1
    }

    package func refusal(forTaken key: String) -> (any Error)? { DirectoryError.codeTaken(profile.code) }
}
