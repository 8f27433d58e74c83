package import EventLog
import Kernel

/// Confirms a submitted draft, as the legal office; an item without a code is given the next of its division's scheme.
package struct ConfirmPowerItem: Command {
    package static let name = "ConfirmPowerItem"
    package let item: PowerItem.ID
    /// The version of the item's stream that the user saw.
    package let seen: Int?
    package let opinion: String?
    package let comments: [FieldComment]

    package init(
        item: PowerItem.ID,
        seen: Int? = nil,
        opinion: String? = nil,
        comments: [FieldComment] = []
    ) {
        self.item = item
        self.seen = seen
        self.opinion = opinion
        self.comments = comments
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `CatalogError`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        let code = try session.load(PowerItem.self, item.text).state.draft.flatMap { draft in
            draft.content.awaitsCode ? try session.nextCode(for: draft.content) : nil
        }
        return try session.change(item, seen: seen) { state throws(CatalogError) in
            try state.confirming(by: session.actor, opinion: opinion, comments: comments, code: code)
        }
    }
}
