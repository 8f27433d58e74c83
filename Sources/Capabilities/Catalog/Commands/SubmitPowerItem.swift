package import EventLog

/// Submits a draft for confirmation, with the agency head's consent.
package struct SubmitPowerItem: Command {
    package static let name = "SubmitPowerItem"
    package let item: PowerItem.ID
    /// The version of the item's stream that the user saw.
    package let seen: Int?
    package let note: String?

    package init(item: PowerItem.ID, seen: Int? = nil, note: String? = nil) {
        self.item = item
        self.seen = seen
        self.note = note
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `CatalogError`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        try session.change(item, seen: seen) { state throws(CatalogError) in
            try state.submitting(by: session.actor, note: note)
        }
    }
}
