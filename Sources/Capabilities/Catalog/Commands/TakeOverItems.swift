package import BlobStore
package import Directory
package import EventLog
package import Kernel

/// Takes the good rows of an agency's own list over as drafts, and remembers how its lists are laid out.
package struct TakeOverItems: Command {
    package static let name = "TakeOverItems"
    /// A longer list is imported by the operator.
    package static let greatestRows = 5_000

    package let reading: ItemReading
    package let agency: Agency.ID
    package let columns: ItemColumns
    /// The list, as the history of its items names it.
    package let source: String
    /// What made the list necessary and the document it rests on; every draft is an adjustment for it.
    package let trigger: ItemAdjustment.Trigger
    package let evidence: String
    /// When that document was issued.
    package let evidenceOn: Day?
    package let files: [Attachment]

    package init(
        _ reading: ItemReading,
        of agency: Agency.ID,
        _ columns: ItemColumns,
        source: String,
        for trigger: ItemAdjustment.Trigger,
        evidence: String,
        on evidenceOn: Day? = nil,
        files: [Attachment] = []
    ) {
        self.reading = reading
        self.agency = agency
        self.columns = columns
        self.source = source
        self.trigger = trigger
        self.evidence = evidence
        self.evidenceOn = evidenceOn
        self.files = files
    }

    /// What became of the rows.
    package struct Outcome: Hashable, Sendable, Codable {
        package var begun = 0
        package var changed = 0
        package var unchanged = 0
        package var refused = 0
    }

    /// Returns how many rows became what; refused ones change nothing.
    ///
    /// - Throws: `CatalogError`.
    package func run(in session: CommandSession) throws -> Outcome {
        guard reading.rows.count <= TakeOverItems.greatestRows else {
            throw CatalogError.tooManyRows(limit: TakeOverItems.greatestRows)
        }
        guard let row = try session.reader.agency(agency, in: session.realm) else {
            throw CatalogError.unknownAgency(agency.text)
        }
        var outcome = Outcome()
        outcome.refused = Set(reading.faults.map(\.row)).count
        for (read, fate) in zip(reading.rows, try reading.fates(of: row, columns, in: session)) {
            switch fate {
            case .begun(let content):
                let new = session.newIdentifier("I") as PowerItem.ID
                try draft(content, of: new, as: .added, read.row, session)
                outcome.begun += 1
            case .redrafted(let item, let content, _):
                try draft(content, of: item, as: .added, read.row, session)
                outcome.changed += 1
            case .changed(let item, let content, _):
                try draft(content, of: item, as: .changed, read.row, session)
                outcome.changed += 1
            case .unchanged: outcome.unchanged += 1
            case .refused: outcome.refused += 1
            }
        }
        guard outcome.begun + outcome.changed > 0 else { throw CatalogError.unchanged }
        if try session.load(AgencyColumns.self, agency.text).state.columns != columns {
            try session.append(
                .remembered(ItemColumnsRemembered(agency: agency, columns: columns)),
                to: AgencyColumns.self,
                agency.text
            )
        }
        return outcome
    }

    package func refusal(forTaken key: String) -> (any Error)? { CatalogError.listOutdated }

    private func draft(
        _ content: ItemContent,
        of id: PowerItem.ID,
        as kind: ItemAdjustment.Kind,
        _ row: Int,
        _ session: CommandSession
    ) throws {
        let event = try session.load(PowerItem.self, id.text).state.drafting(
            content,
            by: session.actor,
            reason: "采用清单“\(source)”第 \(row) 行",
            adjustment: ItemAdjustment(kind, for: trigger, evidence: evidence, on: evidenceOn, files: files)
        )
        try session.append(event, to: PowerItem.self, id.text)
    }
}
