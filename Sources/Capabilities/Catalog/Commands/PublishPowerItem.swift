package import EventLog
package import Kernel

/// Publishes a confirmed draft as the next version, in force from a day.
package struct PublishPowerItem: Command {
    package static let name = "PublishPowerItem"
    package let item: PowerItem.ID
    /// The version of the item's stream that the user saw.
    package let seen: Int?
    package let inForceFrom: Day

    package init(item: PowerItem.ID, seen: Int? = nil, inForceFrom: Day) {
        self.item = item
        self.seen = seen
        self.inForceFrom = inForceFrom
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `CatalogError`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        if let draft = try session.load(PowerItem.self, item.text).state.draft {
            try session.requireCategory(of: draft.content, on: inForceFrom)
        }
        return try session.change(item, seen: seen) { state throws(CatalogError) in
            try state.publishing(from: inForceFrom, by: session.actor, today: session.today)
        }
    }

    package func refusal(forTaken key: String) -> (any Error)? { CatalogError.codeTaken(item.text) }
}
