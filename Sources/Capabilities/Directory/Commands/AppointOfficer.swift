package import EventLog
package import Kernel

/// Puts an officer into a post from a day on.
package struct AppointOfficer: Command {
    package static let name = "AppointOfficer"
    package let officer: Officer.ID
    package let post: Post.ID
    package let from: Day

    package init(_ officer: Officer.ID, to post: Post.ID, from: Day) {
        self.officer = officer
        self.post = post
        self.from = from
    }

    package func run(in session: CommandSession) throws -> Post.ID {
        let person = try session.load(OfficerEntry.self, officer.text).state.existing(officer)
        let entry = try session.load(PostEntry.self, post.text).state
        let appointed = try entry.appoint(person, to: post, from: from)
        try session.append(.officerAppointed(appointed), to: PostEntry.self, post.text)
        return post
    }
}
