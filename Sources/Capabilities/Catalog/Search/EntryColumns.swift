import Codes
import Kernel

/// Entries as columns: what is counted as small numbers, what is shown as bytes.
struct EntryColumns: Sendable {
    /// Who sees an entry.
    enum Visibility: UInt8, Sendable {
        /// Replaced by a later entry of the same item.
        case nobody
        case officers
        case everyone
    }

    private(set) var visibilities: [Visibility] = []
    /// Places in `PowerCategory.allCases`.
    private(set) var categories: [UInt8] = []
    /// Places in `ItemStanding.allCases`.
    private(set) var standings: [UInt8] = []
    /// Numbers of the shared values; -1 when the entry states none.
    private(set) var agencies: [Int32] = []
    private(set) var mains: [Int32] = []
    private(set) var divisions: [Int32] = []
    private(set) var locals: [Int32] = []
    /// A bit for each place in `ExerciseLevel.allCases`.
    private(set) var levels: [UInt8] = []
    private var versions: [Int32] = []
    private var draftStages: [UInt8] = []
    private var knownStages: [String] = []
    /// Identifier, code and name of each entry, one behind the other.
    private var texts: [UInt8] = []
    private var ends: [UInt32] = []

    static let allCategories = PowerCategory.allCases
    static let allStandings = ItemStanding.allCases

    var count: Int { categories.count }

    mutating func append(_ entry: CatalogEntry, agency: Int32, main: Int32, division: Int32, local: Int32) {
        visibilities.append(entry.standing.isPublic ? .everyone : .officers)
        categories.append(EntryColumns.place(of: entry.category, in: EntryColumns.allCategories))
        standings.append(EntryColumns.place(of: entry.standing, in: EntryColumns.allStandings))
        agencies.append(agency)
        mains.append(main)
        divisions.append(division)
        locals.append(local)
        levels.append(EntryColumns.bits(entry.levels))
        versions.append(Int32(clamping: entry.version))
        draftStages.append(stage(entry.draftStage))
        for text in [entry.id.text, entry.code, entry.name] {
            texts += text.utf8
            ends.append(UInt32(texts.count))
        }
    }

    mutating func hide(_ slot: Int32) { visibilities[Int(slot)] = .nobody }

    func id(_ slot: Int32) -> PowerItem.ID { PowerItem.ID(text(slot, 0)) }

    func entry(_ slot: Int32, main: String?, agency: String?, division: String?, local: String?) -> CatalogEntry {
        let place = Int(slot)
        return CatalogEntry(
            id: id(slot),
            code: text(slot, 1),
            name: text(slot, 2),
            mainName: main,
            category: EntryColumns.allCategories[Int(categories[place])],
            localCategory: local,
            agencyName: agency,
            division: division,
            standing: EntryColumns.allStandings[Int(standings[place])],
            draftStage: draftStages[place] == 0 ? nil : knownStages[Int(draftStages[place]) - 1],
            version: Int(versions[place]),
            levels: EntryColumns.levels(levels[place])
        )
    }

    static let allLevels = ExerciseLevel.allCases

    static func bits(_ levels: Set<ExerciseLevel>) -> UInt8 {
        allLevels.indices.reduce(0) { levels.contains(allLevels[$1]) ? $0 | 1 << UInt8($1) : $0 }
    }

    static func levels(_ bits: UInt8) -> Set<ExerciseLevel> {
        Set(allLevels.indices.filter { bits & 1 << UInt8($0) != 0 }.map { allLevels[$0] })
    }

    static func place<Value: Equatable>(of value: Value, in all: [Value]) -> UInt8 {
        UInt8(all.firstIndex(of: value) ?? 0)
    }

    private mutating func stage(_ name: String?) -> UInt8 {
        guard let name else { return 0 }
        if let known = knownStages.firstIndex(of: name) { return UInt8(known + 1) }
        knownStages.append(name)
        return UInt8(knownStages.count)
    }

    private func text(_ slot: Int32, _ part: Int) -> String {
        let place = Int(slot) * 3 + part
        let start = place == 0 ? 0 : Int(ends[place - 1])
        return String(decoding: texts[start..<Int(ends[place])], as: UTF8.self)
    }

    var byteCount: Int { texts.capacity + ends.capacity * 4 + count * (5 + 5 * 4) }
}
