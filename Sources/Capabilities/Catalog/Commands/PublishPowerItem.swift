package import EventLog
package import Kernel

/// Publishes a confirmed draft as the next version, in force from a day; or ends the item, where the draft abolishes it.
///
/// What the draft merges ends on the same day; what it splits ends once no other part of it is on its way, on the day from
/// which the last part is in force.
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
        guard let draft, let adjustment = draft.adjustment else { return version }
        for code in adjustment.related {
            guard let former = try session.itemID(code: code), former != item else { continue }
            switch adjustment.kind {
            case .merged:
                let reason = "并入“\(draft.content.name)”（\(draft.content.code)）"
                try end(former, from: inForceFrom, by: adjustment, because: reason, in: session)
            case .split:
                guard let parts = try parts(of: former, code, with: draft.content, in: session) else { continue }
                let names = parts.map { "“\($0.name)”（\($0.code)）" }.joined(separator: "、")
                let day = parts.map(\.from).max() ?? inForceFrom
                try end(former, from: day, by: adjustment, because: "分设为\(names)", in: session)
            case .added, .changed, .delegated, .takenOver, .abolished: continue
            }
        }
        return version
    }

    /// What was merged ends on the day from which the whole is in force, what was split when its last part is.
    private func end(
        _ former: PowerItem.ID,
        from day: Day,
        by adjustment: ItemAdjustment,
        because reason: String,
        in session: CommandSession
    ) throws {
        let state = try session.load(PowerItem.self, former.text).state
        guard state.abolition == nil else { return }
        // What another division exercises is not this one's to end.
        let own = try session.load(PowerItem.self, item.text).state.content(on: day)?.division
        if let own, let other = state.content(on: session.today)?.division, other != own {
            throw CatalogError.unknownRelated(state.code ?? former.text)
        }
        try session.append(
            state.ending(from: day, by: adjustment, because: reason, today: session.today),
            to: PowerItem.self,
            former.text
        )
    }

    private typealias Part = (name: String, code: String, from: Day)

    /// The parts of an item that is split, this one last; `nil` while another is on its way, or where the item itself goes
    /// on as a part.
    ///
    /// Rows say which parts there are; how far each is say the streams, which know what came in the same batch.
    private func parts(
        of former: PowerItem.ID,
        _ code: String,
        with content: ItemContent,
        in session: CommandSession
    ) throws -> [Part]? {
        var parts: [Part] = []
        for row in try session.partRows(ofItem: code) where row.item != item {
            guard row.item != former else { return nil }
            let state = try session.load(PowerItem.self, row.item.text).state
            if row.inForceFrom == nil, state.draft?.adjustment?.splits(code) ?? false { return nil }
            guard let version = state.versions.last, state.abolition == nil else { continue }
            let from = row.inForceFrom ?? version.inForceFrom
            parts.append((version.content.name, version.content.code, from))
        }
        return parts + [(content.name, content.code, inForceFrom)]
    }

    package func refusal(forTaken key: String) -> (any Error)? { CatalogError.codeTaken(item.text) }
}
