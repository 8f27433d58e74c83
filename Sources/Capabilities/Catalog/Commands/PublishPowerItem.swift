package import EventLog
package import Kernel

/// Publishes a confirmed draft as the next version, in force from a day; or ends the item, where the draft abolishes it.
///
/// What the draft merges ends on the same day.
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
        let draft = try session.load(PowerItem.self, item.text).state.draft
        if let draft, !draft.endsItem { try session.requireCategory(of: draft.content, on: inForceFrom) }
        let version = try session.change(item, seen: seen) { state throws(CatalogError) in
            try state.publishing(from: inForceFrom, by: session.actor, today: session.today)
        }
        if let draft, let adjustment = draft.adjustment, adjustment.kind == .merged {
            try end(adjustment.related, by: adjustment, as: draft.content, in: session)
        }
        return version
    }

    /// What was merged ends on the day from which the whole is in force.
    private func end(
        _ codes: [String],
        by adjustment: ItemAdjustment,
        as content: ItemContent,
        in session: CommandSession
    ) throws {
        for code in codes {
            guard let merged = try session.itemID(code: code), merged != item else { continue }
            let state = try session.load(PowerItem.self, merged.text).state
            guard state.abolition == nil else { continue }
            let reason = "并入“\(content.name)”（\(content.code)）"
            try session.append(
                state.ending(from: inForceFrom, by: adjustment, because: reason, today: session.today),
                to: PowerItem.self,
                merged.text
            )
        }
    }

    package func refusal(forTaken key: String) -> (any Error)? { CatalogError.codeTaken(item.text) }
}
