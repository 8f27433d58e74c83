import Codes

/// Counts what was found: a value of a filter counts what all the other filters let through.
///
/// Entries are counted by their traits, and only then those by what they have in common: a look and a step an entry.
struct Tally {
    /// Where the entries of a page come from, and in which order.
    enum Standing: UInt8 {
        /// Published, or in force without being so.
        case first
        case second
        /// The asker does not see it, or a filter keeps it back.
        case out
    }

    private let entries: EntryColumns
    private let agencyValues: SharedValues
    private let divisionValues: SharedValues
    private let localValues: SharedValues
    private let least: Traits.Visibility
    private let category: UInt8?
    private let standing: UInt8?
    private let agency: Int32?
    private let division: Int32?
    private let local: Int32?
    /// The bit of the level asked for.
    private let level: UInt8?
    private var categoryCounts = [Int](repeating: 0, count: EntryColumns.allCategories.count)
    private var standingCounts = [Int](repeating: 0, count: EntryColumns.allStandings.count)
    private var levelCounts = [Int](repeating: 0, count: EntryColumns.allLevels.count)
    private var agencyCounts: [Int]
    private var divisionCounts: [Int]
    private var localCounts: [Int]
    /// Whether anything was found that the asker may see, whatever the filters say.
    private(set) var sawAny = false
    /// How many passed every filter.
    private(set) var total = 0
    /// How entries with each of the traits stand.
    private(set) var standingsOfKinds: [Standing]

    init(_ query: CatalogQuery, of index: CatalogIndex) {
        entries = index.entries
        (agencyValues, divisionValues, localValues) = (index.agencies, index.divisions, index.locals)
        least = query.audience == .officers ? .officers : .everyone
        category = query.category.map { EntryColumns.place(of: $0, in: EntryColumns.allCategories) }
        standing = query.standing.map { EntryColumns.place(of: $0, in: EntryColumns.allStandings) }
        level = query.level.map { EntryColumns.bits([$0]) }
        // A value nobody has lets nothing through.
        agency = query.agencyName.map { index.agencies.number(of: $0) ?? -2 }
        division = query.division.map { index.divisions.number(of: $0) ?? -2 }
        local = query.localCategory.map { index.locals.number(of: $0) ?? -2 }
        agencyCounts = [Int](repeating: 0, count: index.agencies.names.count)
        divisionCounts = [Int](repeating: 0, count: index.divisions.names.count)
        localCounts = [Int](repeating: 0, count: index.locals.names.count)
        standingsOfKinds = [Standing](repeating: .out, count: entries.traits.count)
    }

    /// Counts all entries there are.
    mutating func countAll() {
        for (kind, size) in entries.sizes.enumerated() where size > 0 {
            count(Int(size), of: entries.traits[kind], kind)
        }
    }

    mutating func count(_ slots: [Int32]) {
        var sizes = [Int32](repeating: 0, count: entries.traits.count)
        entries.kinds.withUnsafeBufferPointer { kinds in
            sizes.withUnsafeMutableBufferPointer { sizes in
                for slot in slots { sizes[Int(kinds[Int(slot)])] &+= 1 }
            }
        }
        let traits = entries.traits
        if slots.count < traits.count {
            for slot in slots {
                let kind = Int(entries.kinds[Int(slot)])
                guard sizes[kind] > 0 else { continue }
                count(Int(sizes[kind]), of: traits[kind], kind)
                sizes[kind] = 0
            }
        } else {
            for (kind, size) in sizes.enumerated() where size > 0 { count(Int(size), of: traits[kind], kind) }
        }
    }

    private mutating func count(_ size: Int, of traits: Traits, _ kind: Int) {
        guard traits.visibility.rawValue >= least.rawValue else { return }
        sawAny = true
        let isCategory = category.map { $0 == traits.category } ?? true
        let isStanding = standing.map { $0 == traits.standing } ?? true
        let isAgency = agency.map { $0 == traits.agency } ?? true
        let isDivision = division.map { $0 == traits.division } ?? true
        let isLevel = level.map { traits.levels & $0 != 0 } ?? true
        let isLocal = local.map { $0 == traits.local } ?? true
        // What misses one filter counts for that filter alone; what misses two, for none.
        var missed = 0
        if !isCategory { missed += 1 }
        if !isStanding { missed += 1 }
        if !isAgency { missed += 1 }
        if !isDivision { missed += 1 }
        if !isLevel { missed += 1 }
        if !isLocal { missed += 1 }
        guard missed <= 1 else { return }
        let passes = missed == 0
        if passes || !isCategory { categoryCounts[Int(traits.category)] += size }
        if passes || !isStanding { standingCounts[Int(traits.standing)] += size }
        if passes || !isAgency, traits.agency >= 0 { agencyCounts[Int(traits.agency)] += size }
        if passes || !isDivision, traits.division >= 0 { divisionCounts[Int(traits.division)] += size }
        if passes || !isLocal, traits.local >= 0 { localCounts[Int(traits.local)] += size }
        if passes || !isLevel { countLevels(traits.levels, size) }
        guard passes else { return }
        total += size
        let standing = EntryColumns.allStandings[Int(traits.standing)]
        standingsOfKinds[kind] = standing == .published || standing == .exempt ? .first : .second
    }

    private mutating func countLevels(_ bits: UInt8, _ size: Int) {
        var left = bits
        while left != 0 {
            levelCounts[left.trailingZeroBitCount] += size
            left &= left - 1
        }
    }

    var levels: [CatalogAnswer.Count<ExerciseLevel>] {
        zip(EntryColumns.allLevels, levelCounts).compactMap { $1 > 0 ? .init(value: $0, count: $1) : nil }
    }

    var categories: [CatalogAnswer.Count<PowerCategory>] {
        Tally.sorted(categoryCounts, EntryColumns.allCategories, Tally.categoryRanks)
    }
    var standings: [CatalogAnswer.Count<ItemStanding>] {
        Tally.sorted(standingCounts, EntryColumns.allStandings, Tally.standingRanks)
    }
    var localCategories: [CatalogAnswer.Count<String>] {
        Tally.sorted(localCounts, localValues.names, localValues.ranks)
    }
    var agencies: [CatalogAnswer.Count<String>] {
        Tally.sorted(agencyCounts, agencyValues.names, agencyValues.ranks)
    }
    var divisions: [CatalogAnswer.Count<String>] {
        Tally.sorted(divisionCounts, divisionValues.names, divisionValues.ranks)
    }

    private static let categoryRanks = SharedValues.ranks(of: EntryColumns.allCategories.map(\.rawValue))
    private static let standingRanks = SharedValues.ranks(of: EntryColumns.allStandings.map(\.rawValue))

    /// The largest first; of one size in the order of their names.
    private static func sorted<Value>(
        _ counts: [Int],
        _ values: [Value],
        _ ranks: [Int32]
    ) -> [CatalogAnswer.Count<Value>] {
        counts.indices.filter { counts[$0] > 0 }
            .sorted { counts[$0] == counts[$1] ? ranks[$0] < ranks[$1] : counts[$0] > counts[$1] }
            .map { .init(value: values[$0], count: counts[$0]) }
    }
}
