package import EventLog
package import Kernel

/// Takes an officer out of a post: from `from` on the officer no longer holds it.
package struct RelieveOfficer: Command {
    package static let name = "RelieveOfficer"
    package let officer: Officer.ID
    package let post: Post.ID
    package let from: Day
    package let reason: String
    /// Who takes the post over, so that the work that waits for it goes on.
    package let successor: Officer.ID?

    package init(
        _ officer: Officer.ID,
        of post: Post.ID,
        from: Day,
        reason: String,
        successor: Officer.ID? = nil
    ) {
        self.officer = officer
        self.post = post
        self.from = from
        self.reason = reason
        self.successor = successor
    }

    package func run(in session: CommandSession) throws -> Post.ID {
        let reason = try DirectoryText.checked(reason, "reason", greatest: 2_000)
        let entry = try session.load(PostEntry.self, post.text).state
        let relieved = try entry.relieve(officer, of: post, from: from, reason: reason)
        let after = try session.append(.officerRelieved(relieved), to: PostEntry.self, post.text)
        try session.succeed(officer, by: successor, in: post, after, from: from)
        return post
    }
}
