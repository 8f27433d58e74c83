package import EventLog
import Kernel

/// Lets a colleague act for an absent holder of a post, for some days and kinds of act.
package struct DelegatePost: Command {
    package static let name = "DelegatePost"
    package let post: Post.ID
    package let delegation: Delegation

    package init(_ post: Post.ID, _ delegation: Delegation) {
        self.post = post
        self.delegation = delegation
    }

    package func run(in session: CommandSession) throws -> Post.ID {
        _ = try DirectoryText.checked(delegation.reason, "reason", greatest: 2_000)
        let deputy = try session.load(OfficerEntry.self, delegation.to.text).state.existing(delegation.to)
        let delegated = try session.load(PostEntry.self, post.text).state.delegate(delegation, to: deputy, of: post)
        try session.append(.delegated(delegated), to: PostEntry.self, post.text)
        return post
    }
}
