package import EventLog
package import Kernel

/// Enters an agency from a day on; the answer is its identifier.
package struct RegisterAgency: Command {
    package static let name = "RegisterAgency"
    package let profile: Agency.Profile
    package let from: Day

    package init(_ profile: Agency.Profile, from: Day) {
        self.profile = profile
        self.from = from
    }

    package func run(in session: CommandSession) throws -> Agency.ID {
        let profile = try DirectoryText.checked(profile)
        let id: Agency.ID = session.newIdentifier("A")
        try session.append(
            .registered(AgencyRegistered(profile: Open(profile), from: Open(from))),
            to: AgencyEntry.self,
            id.text
        )
        return id
    }

    package func refusal(forTaken key: String) -> (any Error)? { DirectoryError.codeTaken(profile.code) }
}
