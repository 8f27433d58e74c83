import Codes
import Kernel

/// Entries as columns: what is counted as the number of its traits, what is shown as bytes.
struct EntryColumns: Sendable {
    /// Which of the traits each entry has.
    private(set) var kinds: [Int32] = []
    /// All there are; those of what was replaced first.
    private(set) var traits: [Traits] = [.hidden]
    /// How many entries have each of the traits.
    private(set) var sizes: [Int32] = [0]
    /// Numbers of main items; -1 when the entry states none.
    private(set) var mains: [Int32] = []
    private var numbers: [Traits: Int32] = [.hidden: 0]
    private var versions: [Int32] = []
    private var draftStages: [UInt8] = []
    private var knownStages: [String] = []
    /// Identifier, code and name of each entry, one behind the other.
    private var texts: [UInt8] = []
    private var ends: [UInt32] = []

    static let allCategories = PowerCategory.allCases
    static let allStandings = ItemStanding.allCases

    var count: Int { kinds.count }

    mutating func append(_ entry: CatalogEntry, agency: Int32, main: Int32, division: Int32, local: Int32) {
        let traits = Traits(
            visibility: entry.standing.isPublic ? .everyone : .officers,
            category: EntryColumns.place(of: entry.category, in: EntryColumns.allCategories),
            standing: EntryColumns.place(of: entry.standing, in: EntryColumns.allStandings),
            levels: EntryColumns.bits(entry.levels),
            agency: agency,
            division: division,
            local: local
        )
        let kind = number(of: traits)
        kinds.append(kind)
        sizes[Int(kind)] += 1
        mains.append(main)
        versions.append(Int32(clamping: entry.version))
        draftStages.append(stage(entry.draftStage))
        for text in [entry.id.text, entry.code, entry.name] {
            texts += text.utf8
            ends.append(UInt32(texts.count))
        }
    }

    private mutating func number(of own: Traits) -> Int32 {
        if let number = numbers[own] { return number }
        let number = Int32(traits.count)
        numbers[own] = number
        traits.append(own)
        sizes.append(0)
        return number
    }

    mutating func hide(_ slot: Int32) {
        sizes[Int(kinds[Int(slot)])] -= 1
        kinds[Int(slot)] = 0
        sizes[0] += 1
    }

    func traits(of slot: Int32) -> Traits { traits[Int(kinds[Int(slot)])] }

    func id(_ slot: Int32) -> PowerItem.ID { PowerItem.ID(text(slot, 0)) }

    func entry(_ slot: Int32, main: String?, agency: String?, division: String?, local: String?) -> CatalogEntry {
        let place = Int(slot)
        let traits = traits(of: slot)
        return CatalogEntry(
            id: id(slot),
            code: text(slot, 1),
            name: text(slot, 2),
            mainName: main,
            category: EntryColumns.allCategories[Int(traits.category)],
            localCategory: local,
            agencyName: agency,
            division: division,
            standing: EntryColumns.allStandings[Int(traits.standing)],
            draftStage: draftStages[place] == 0 ? nil : knownStages[Int(draftStages[place]) - 1],
            version: Int(versions[place]),
            levels: EntryColumns.levels(traits.levels)
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

    var byteCount: Int { texts.capacity + ends.capacity * 4 + count * 13 + traits.count * 56 }
}
