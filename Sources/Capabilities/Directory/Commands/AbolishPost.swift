package import EventLog
package import Kernel

/// Abolishes a post from a day on; who held it stays known for what was done before.
package struct AbolishPost: Command {
    package static let name = "AbolishPost"
    package let post: Post.ID
    package let from: Day
    package let reason: String

    package init(_ post: Post.ID, from: Day, reason: String) {
        self.post = post
        self.from = from
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> Post.ID {
        let entry = try session.load(PostEntry.self, post.text).state
        let existing = try entry.existing(post, on: from)
        let reason = try DirectoryText.checked(reason, "reason", greatest: 2_000)
        for officer in existing.officers(on: from) {
            let relieved = try entry.relieve(officer, of: post, from: from, reason: reason)
            try session.append(.officerRelieved(relieved), to: PostEntry.self, post.text)
        }
        let abolished = PostAbolished(from: Open(from), reason: reason)
        try session.append(.abolished(abolished), to: PostEntry.self, post.text)
        return post
    }
}
