package import EventLog

/// Sends a submitted or confirmed draft back to its agency, with the reason.
package struct ReturnPowerItem: Command {
    package static let name = "ReturnPowerItem"
    package let item: PowerItem.ID
    /// The version of the item's stream that the user saw.
    package let seen: Int?
    package let reason: String
    package let comments: [FieldComment]

    package init(
        item: PowerItem.ID,
        seen: Int? = nil,
        reason: String,
        comments: [FieldComment] = []
    ) {
        self.item = item
        self.seen = seen
        self.reason = reason
        self.comments = comments
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `CatalogError`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        try session.change(item, seen: seen) { state throws(CatalogError) in
            try state.returning(by: session.actor, reason: reason, comments: comments)
        }
    }
}
