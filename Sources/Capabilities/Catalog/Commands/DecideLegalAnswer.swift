package import EventLog
package import Law

/// Agrees, for the legal office, to what the agency answered to a change of law, or refuses it with the reason.
package struct DecideLegalAnswer: Command {
    package static let name = "DecideLegalAnswer"
    package let item: PowerItem.ID
    /// The version of the item's stream that the user saw.
    package let seen: Int?
    package let change: LegalChange
    package let isAgreed: Bool
    package let opinion: String

    package init(item: PowerItem.ID, seen: Int? = nil, change: LegalChange, isAgreed: Bool, opinion: String) {
        self.item = item
        self.seen = seen
        self.change = change
        self.isAgreed = isAgreed
        self.opinion = opinion
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `CatalogError`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        try session.change(item, seen: seen) { state throws(CatalogError) in
            try state.deciding(change, isAgreed: isAgreed, opinion: opinion, by: session.actor)
        }
    }
}
