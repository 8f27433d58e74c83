package import BlobStore
package import EventLog
package import Kernel

/// Takes an item out of the catalog from a day on, with the ground.
package struct AbolishPowerItem: Command {
    package static let name = "AbolishPowerItem"
    package let item: PowerItem.ID
    /// The version of the item's stream that the user saw.
    package let seen: Int?
    package let from: Day
    package let ground: String
    package let trigger: ItemAdjustment.Trigger?
    package let files: [Attachment]

    package init(
        item: PowerItem.ID,
        seen: Int? = nil,
        from: Day,
        ground: String,
        trigger: ItemAdjustment.Trigger? = nil,
        files: [Attachment] = []
    ) {
        self.item = item
        self.seen = seen
        self.from = from
        self.ground = ground
        self.trigger = trigger
        self.files = files
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `CatalogError`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        try session.change(item, seen: seen) { state throws(CatalogError) in
            try state.abolishing(
                from: from,
                ground: ground,
                trigger: trigger,
                files: files,
                by: session.actor,
                today: session.today
            )
        }
    }
}
