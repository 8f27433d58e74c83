package import EventLog
package import Kernel

/// Takes an officer out of a post: from `from` on the officer no longer holds it.
package struct RelieveOfficer: Command {
    package static let name = "RelieveOfficer"
    package let officer: Officer.ID
    package let post: Post.ID
    package let from: Day
    package let reason: String

    package init(_ officer: Officer.ID, of post: Post.ID, from: Day, reason: String) {
        self.officer = officer
        self.post = post
        self.from = from
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> Post.ID {
        let reason = try DirectoryText.checked(reason, "reason", greatest: 2_000)
        let entry = try session.load(PostEntry.self, post.text).state
        let relieved = try entry.relieve(officer, of: post, from: from, reason: reason)
        try session.append(.officerRelieved(relieved), to: PostEntry.self, post.text)
        return post
    }
}
