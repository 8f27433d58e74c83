package import EventLog
package import Kernel

/// Lays down what a post is for, from a day on.
package struct SetPostCharter: Command {
    package static let name = "SetPostCharter"
    package let post: Post.ID
    package let charter: PostCharter
    package let from: Day
    package let reason: String

    package init(_ charter: PostCharter, of post: Post.ID, from: Day, reason: String) {
        self.post = post
        self.charter = charter
        self.from = from
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> Post.ID {
        _ = try session.load(PostEntry.self, post.text).state.existing(post, on: from)
        let set = PostCharterSet(
            charter: Open(try DirectoryText.checked(charter)),
            from: Open(from),
            reason: try DirectoryText.checked(reason, "reason", greatest: 2_000)
        )
        try session.append(.charterSet(set), to: PostEntry.self, post.text)
        return post
    }
}
