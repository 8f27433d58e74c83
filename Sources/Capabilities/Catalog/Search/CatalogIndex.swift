import Codes

/// The search index of one catalog, in memory.
///
/// A value without I/O; whoever keeps it puts in entries as they change. Names are found through posting lists, agencies,
/// main items, materials and statutes through the few different values there are, pinyin through the pairs of characters that occur. What is
/// counted stands in columns, so counting is one pass over what was found.
package struct CatalogIndex: Sendable {
    private(set) var entries = EntryColumns()
    private(set) var names = CharacterIndex()
    private(set) var mains = SharedValues()
    private(set) var agencies = SharedValues()
    private(set) var divisions = SharedValues()
    private(set) var locals = SharedValues()
    /// The names of materials and statutes.
    private(set) var terms = SharedValues()
    private(set) var words = WordIndex()
    private(set) var pinyin = PinyinIndex()
    /// Slots are never reused, so that posting lists only grow at their ends.
    private(set) var slotOfItem: [PowerItem.ID: Int32] = [:]

    package init() {}

    package init(_ entries: some Sequence<CatalogEntry>) {
        fill(entries)
        endOfFilling()
    }

    package var count: Int { slotOfItem.count }

    /// About how many bytes it takes.
    package var byteCount: Int {
        entries.byteCount + names.byteCount + mains.byteCount + agencies.byteCount + divisions.byteCount
            + locals.byteCount + terms.byteCount + words.byteCount + slotOfItem.capacity * 64
    }

    /// Takes in an entry in place of an earlier one of the same item.
    package mutating func put(_ entry: CatalogEntry) {
        put(entry, sortsWords: true)
        rankValues()
    }

    /// Takes in many entries of a catalog that is read for the first time; `endOfFilling` follows the last.
    mutating func fill(_ some: some Sequence<CatalogEntry>) {
        for entry in some { put(entry, sortsWords: false) }
    }

    mutating func endOfFilling() {
        words.sort()
        names.trim()
        rankValues()
    }

    /// Of values with one count, the first by name comes first.
    private mutating func rankValues() {
        agencies.rank()
        divisions.rank()
        locals.rank()
    }

    private mutating func put(_ entry: CatalogEntry, sortsWords: Bool) {
        let slot = Int32(entries.count)
        if let old = slotOfItem.updateValue(slot, forKey: entry.id) { entries.hide(old) }
        let name = SearchText(entry.name)
        for pair in names.append(name) { pinyin.put(pair) }
        var main: Int32 = -1
        if let text = entry.mainName {
            let put = mains.put(text, of: slot)
            main = put.number
            for pair in put.new { pinyin.put(pair) }
        }
        let agency = entry.agencyName.map { agencies.put($0, of: slot).number } ?? -1
        entries.append(
            entry,
            agency: agency,
            main: main,
            division: entry.division.map { divisions.put($0, of: slot).number } ?? -1,
            local: entry.localCategory.map { locals.put($0, of: slot).number } ?? -1
        )
        var own = (name.runs + SearchText(entry.code).runs).compactMap(\.word)
        if main >= 0 { own += mains.words[Int(main)] }
        if agency >= 0 { own += agencies.words[Int(agency)] }
        for term in entry.terms {
            let number = terms.put(term, of: slot).number
            own += terms.words[Int(number)]
        }
        for word in own { words.put(word, of: slot, sorts: sortsWords) }
    }

    /// The entry of a slot as it was put in.
    func entry(_ slot: Int32) -> CatalogEntry {
        func value(_ values: SharedValues, _ number: Int32) -> String? {
            number < 0 ? nil : values.names[Int(number)]
        }
        let traits = entries.traits(of: slot)
        return entries.entry(
            slot,
            main: value(mains, entries.mains[Int(slot)]),
            agency: value(agencies, traits.agency),
            division: value(divisions, traits.division),
            local: value(locals, traits.local)
        )
    }
}
