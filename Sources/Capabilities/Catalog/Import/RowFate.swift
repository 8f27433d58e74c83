import Database
package import Directory
package import EventLog
import Kernel

/// What taking over a row of an agency's list does to the catalog.
package enum RowFate: Hashable, Sendable {
    /// A new item is drafted.
    case begun(ItemContent)
    /// The draft of an item that was never published states these fields otherwise.
    case redrafted(PowerItem.ID, ItemContent, [ItemField])
    /// The next version of a published item is drafted, which states these fields otherwise.
    case changed(PowerItem.ID, ItemContent, [ItemField])
    case unchanged
    case refused(ImportFault)
}

extension ReadItem {
    /// Tells what becomes of the row in the hands of an agency: it writes drafts of its own items only.
    ///
    /// - Parameters:
    ///   - agency: whose list it is.
    ///   - known: the item that has the row's code.
    ///   - columns: for naming the cell that is at fault.
    /// - Returns: the draft it becomes, or why it becomes none.
    func fate(of agency: AgencyRow, _ known: (id: PowerItem.ID, state: PowerItem)?, _ columns: ItemColumns) -> RowFate {
        func refused(_ column: String?, _ expected: String, _ found: String) -> RowFate {
            .refused(ImportFault(row: row, column: column ?? columns.code, expected: expected, found: found))
        }
        if let stated = listing.agency, !agency.isCalled(stated) {
            return refused(columns[.agencyName], "“\(agency.profile.name)”", stated.name)
        }
        guard let known else { return .begun(merged(onto: listing.content, agency)) }
        let state = known.state
        if let abolition = state.abolition { return refused(nil, "没有取消的事项的编码", "自\(abolition.from.chinese)起取消") }
        if let stage = state.draft?.stage, stage != .drafted { return refused(nil, "没有在审核的草稿", "已经报送") }
        let newest = state.draft?.content ?? state.versions.last?.content
        guard let base = newest ?? state.origin?.listing.content else {
            return .begun(merged(onto: listing.content, agency))
        }
        if let owner = base.agency, !agency.isCalled(owner) { return refused(nil, "本机关事项的编码", "“\(owner.name)”的事项") }
        let content = merged(onto: base, agency)
        if content == newest { return .unchanged }
        let fields = ItemComparison(newest, content).changes.map(\.field)
        return state.versions.isEmpty
            ? .redrafted(known.id, content, fields) : .changed(known.id, content, fields)
    }

    /// What the list leaves out stays as it was.
    private func merged(onto base: ItemContent, _ agency: AgencyRow) -> ItemContent {
        var content = base
        content.name = listing.name
        if listing.category != base.category { content.local = nil }
        content.category = listing.category
        content.mainName = listing.mainName ?? base.mainName
        content.levels = listing.levels ?? base.levels
        if !listing.bases.isEmpty { content.bases = listing.bases }
        listing.details?.state(in: &content)
        content.agency = AgencyReference(id: agency.id.text, code: agency.profile.code, name: agency.profile.name)
        content.division = agency.profile.division.padded
        return content
    }
}

extension AgencyRow {
    /// Whether a list or an item means this agency.
    fileprivate func isCalled(_ reference: AgencyReference) -> Bool {
        if let id = reference.id { return id == self.id.text }
        return [profile.name, profile.shortName].contains(reference.name) || reference.code == profile.code
    }
}

extension SQLReader {
    /// Returns the items that have, or had, each of the codes.
    fileprivate func items(ofCodes codes: [String], in realm: Realm) throws -> [String: PowerItem.ID] {
        var found: [String: PowerItem.ID] = [:]
        for start in stride(from: 0, to: codes.count, by: 400) {
            let some = Array(codes[start..<min(start + 400, codes.count)])
            let rows = try rows(
                """
                SELECT code, id
                  FROM power_item
                 WHERE realm = \(realm)
                   AND code IN (\(list: some))
                UNION
                SELECT code, item
                  FROM item_code
                 WHERE realm = \(realm)
                   AND code IN (\(list: some))
                """
            )
            for row in rows { found[try row["code"]] = try row["id"] }
        }
        return found
    }
}

extension ItemReading {
    /// Tells what becomes of every good row, in the order of the list.
    package func fates(
        of agency: AgencyRow,
        _ columns: ItemColumns,
        in reading: EventReading
    ) throws -> [RowFate] {
        let known = try reading.reader.items(ofCodes: rows.map(\.listing.code), in: reading.realm)
        return try rows.map { row in
            let item = try known[row.listing.code].map { ($0, try reading.state(PowerItem.self, $0.text).state) }
            return row.fate(of: agency, item, columns)
        }
    }

    func fates(of agency: AgencyRow, _ columns: ItemColumns, in session: CommandSession) throws -> [RowFate] {
        let known = try session.reader.items(ofCodes: rows.map(\.listing.code), in: session.realm)
        return try rows.map { row in
            let item = try known[row.listing.code].map { ($0, try session.load(PowerItem.self, $0.text).state) }
            return row.fate(of: agency, item, columns)
        }
    }
}
