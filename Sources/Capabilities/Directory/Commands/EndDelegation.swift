package import EventLog
package import Kernel

/// Ends a delegation before its last day.
package struct EndDelegation: Command {
    package static let name = "EndDelegation"
    package let post: Post.ID
    package let deputy: Officer.ID
    package let from: Day
    package let reason: String

    package init(of post: Post.ID, to deputy: Officer.ID, from: Day, reason: String) {
        self.post = post
        self.deputy = deputy
        self.from = from
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> Post.ID {
        let existing = try session.load(PostEntry.self, post.text).state.existing(post, on: from)
        guard existing.delegations.contains(where: { $0.to == deputy && $0.ends >= from }) else {
            throw DirectoryError.noDelegation(to: deputy, on: from)
        }
        let reason = try DirectoryText.checked(reason, "reason", greatest: 2_000)
        let ended = PostDelegationEnded(to: deputy, from: from, reason: reason)
        try session.append(.delegationEnded(ended), to: PostEntry.self, post.text)
        return post
    }
}
