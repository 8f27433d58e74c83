import Codes

extension CatalogIndex {
    /// Finds what `query` asks for.
    package func search(_ query: CatalogQuery) -> CatalogAnswer {
        let runs = SearchText(query.text.prefix(CatalogQuery.longestText)).runs
        var tally = Tally(query, of: self)
        var found = found(runs)
        tally.count(&found.slots)
        var isNear = false
        // Up to two characters, and the beginning of a word, are what they are: nothing else was meant.
        if found.slots.isEmpty, runs.contains(where: \.isLongerThanTwoCharacters) {
            found = Found(slots: near(runs), named: [])
            tally.count(&found.slots)
            isNear = !found.slots.isEmpty
        }
        let chosen = tally.chosen
        let page = Ranking(runs, of: self, after: query.after.flatMap { slotOfItem[$0] }, limit: max(query.limit, 0))
            .page(chosen, named: found.named)
        return CatalogAnswer(
            isNear: isNear,
            total: chosen.count,
            entries: page.slots.map(entry),
            hasMore: page.hasMore,
            categories: tally.categories,
            localCategories: tally.localCategories,
            agencies: tally.agencies,
            divisions: tally.divisions,
            standings: tally.standings,
            levels: tally.levels
        )
    }
}

/// Counts what was found: a value of a filter counts what all the other filters let through.
private struct Tally {
    private let index: CatalogIndex
    private let least: EntryColumns.Visibility
    private let category: UInt8?
    private let standing: UInt8?
    private let agency: Int32?
    private let division: Int32?
    private let local: Int32?
    /// The bit of the level asked for.
    private let level: UInt8?
    private var levelCounts = [Int](repeating: 0, count: EntryColumns.allLevels.count)
    private var categoryCounts: [Int]
    private var standingCounts: [Int]
    private var agencyCounts: [Int]
    private var divisionCounts: [Int]
    private var localCounts: [Int]
    /// What passed every filter, in order.
    private(set) var chosen: [Int32] = []

    init(_ query: CatalogQuery, of index: CatalogIndex) {
        self.index = index
        least = query.audience == .officers ? .officers : .everyone
        category = query.category.map { EntryColumns.place(of: $0, in: EntryColumns.allCategories) }
        standing = query.standing.map { EntryColumns.place(of: $0, in: EntryColumns.allStandings) }
        level = query.level.map { EntryColumns.bits([$0]) }
        // A value nobody has lets nothing through.
        agency = query.agencyName.map { index.agencies.number(of: $0) ?? -2 }
        division = query.division.map { index.divisions.number(of: $0) ?? -2 }
        local = query.localCategory.map { index.locals.number(of: $0) ?? -2 }
        localCounts = [Int](repeating: 0, count: index.locals.names.count)
        categoryCounts = [Int](repeating: 0, count: EntryColumns.allCategories.count)
        standingCounts = [Int](repeating: 0, count: EntryColumns.allStandings.count)
        agencyCounts = [Int](repeating: 0, count: index.agencies.names.count)
        divisionCounts = [Int](repeating: 0, count: index.divisions.names.count)
    }

    /// Counts the slots the asker may see, and leaves no others in.
    mutating func count(_ slots: inout [Int32]) {
        let visibilities = index.entries.visibilities
        let least = least.rawValue
        slots.removeAll { visibilities[Int($0)].rawValue < least }
        if category == nil, standing == nil, agency == nil, division == nil, local == nil, level == nil {
            countAll(slots)
        } else {
            countChosen(slots)
        }
    }

    private mutating func countAll(_ slots: [Int32]) {
        let (categories, standings) = (index.entries.categories, index.entries.standings)
        let (agencies, divisions) = (index.entries.agencies, index.entries.divisions)
        let (levels, locals) = (index.entries.levels, index.entries.locals)
        for slot in slots {
            let place = Int(slot)
            if locals[place] >= 0 { localCounts[Int(locals[place])] += 1 }
            categoryCounts[Int(categories[place])] += 1
            countLevels(levels[place])
            standingCounts[Int(standings[place])] += 1
            if agencies[place] >= 0 { agencyCounts[Int(agencies[place])] += 1 }
            if divisions[place] >= 0 { divisionCounts[Int(divisions[place])] += 1 }
        }
        chosen = slots
    }

    private mutating func countChosen(_ slots: [Int32]) {
        let (categories, standings) = (index.entries.categories, index.entries.standings)
        let (agencies, divisions) = (index.entries.agencies, index.entries.divisions)
        let (levels, locals) = (index.entries.levels, index.entries.locals)
        for slot in slots {
            let place = Int(slot)
            let (ownAgency, ownDivision) = (agencies[place], divisions[place])
            let isCategory = category.map { $0 == categories[place] } ?? true
            let isStanding = standing.map { $0 == standings[place] } ?? true
            let isAgency = agency.map { $0 == ownAgency } ?? true
            let isDivision = division.map { $0 == ownDivision } ?? true
            let isLevel = level.map { levels[place] & $0 != 0 } ?? true
            let isLocal = local.map { $0 == locals[place] } ?? true
            let passes = isCategory && isStanding && isAgency && isDivision
            if passes, isLocal { countLevels(levels[place]) }
            guard isLevel else { continue }
            if passes, locals[place] >= 0 { localCounts[Int(locals[place])] += 1 }
            guard isLocal else { continue }
            if isStanding, isAgency, isDivision { categoryCounts[Int(categories[place])] += 1 }
            if isCategory, isAgency, isDivision { standingCounts[Int(standings[place])] += 1 }
            if isCategory, isStanding, isDivision, ownAgency >= 0 { agencyCounts[Int(ownAgency)] += 1 }
            if isCategory, isStanding, isAgency, ownDivision >= 0 { divisionCounts[Int(ownDivision)] += 1 }
            if passes { chosen.append(slot) }
        }
    }

    private mutating func countLevels(_ bits: UInt8) {
        var left = bits
        while left != 0 {
            levelCounts[left.trailingZeroBitCount] += 1
            left &= left - 1
        }
    }

    var levels: [CatalogAnswer.Count<ExerciseLevel>] {
        zip(EntryColumns.allLevels, levelCounts).compactMap { $1 > 0 ? .init(value: $0, count: $1) : nil }
    }

    var categories: [CatalogAnswer.Count<PowerCategory>] {
        Tally.sorted(categoryCounts, EntryColumns.allCategories, by: { $0.rawValue })
    }
    var standings: [CatalogAnswer.Count<ItemStanding>] {
        Tally.sorted(standingCounts, EntryColumns.allStandings, by: { $0.rawValue })
    }
    var localCategories: [CatalogAnswer.Count<String>] { Tally.sorted(localCounts, index.locals.names, by: { $0 }) }
    var agencies: [CatalogAnswer.Count<String>] { Tally.sorted(agencyCounts, index.agencies.names, by: { $0 }) }
    var divisions: [CatalogAnswer.Count<String>] { Tally.sorted(divisionCounts, index.divisions.names, by: { $0 }) }

    /// The largest first; of one size in the order of their names.
    private static func sorted<Value>(
        _ counts: [Int],
        _ values: [Value],
        by name: (Value) -> String
    ) -> [CatalogAnswer.Count<Value>] {
        zip(values, counts).compactMap { value, count in
            count > 0 ? (value: value, name: name(value), count: count) : nil
        }
        .sorted { left, right in
            left.count == right.count
                ? left.name.utf8.lexicographicallyPrecedes(right.name.utf8) : left.count > right.count
        }
        .map { .init(value: $0.value, count: $0.count) }
    }
}

/// Puts the best first: the name is the query, begins with it, holds it; then other fields.
///
/// Of the same place, what is published stands before what is imported, then what came in first.
private struct Ranking {
    private let index: CatalogIndex
    private let units: [UInt16]
    /// Whether a name can begin with the query: it is one run.
    private let isOneRun: Bool
    private let isEmpty: Bool
    private let front: UInt32
    private let after: Int32?
    private let limit: Int

    init(_ runs: [SearchText.Run], of index: CatalogIndex, after: Int32?, limit: Int) {
        self.index = index
        units = TextColumn.units(of: runs)
        isOneRun = runs.count == 1
        isEmpty = runs.isEmpty
        front = TextColumn.front(of: units[...])
        self.after = after
        self.limit = limit
    }

    /// Returns a page of the slots; `slots` and `named` are in order.
    func page(_ slots: [Int32], named: [Int32]) -> (slots: [Int32], hasMore: Bool) {
        // Whoever turned past an entry that is no longer found begins anew.
        let mark = after.flatMap { after in
            Ranking.holds(slots, after)
                ? (rank: rank(after, isNamed: Ranking.holds(named, after), reaching: 8), slot: after) : nil
        }
        var buckets = [[Int32]](repeating: [], count: 8)
        // The best rank that can still reach the page: everything behind a full bucket is out.
        var reach = 8
        var place = 0
        for slot in slots {
            while place < named.count, named[place] < slot { place += 1 }
            let isNamed = place < named.count && named[place] == slot
            let rank = rank(slot, isNamed: isNamed, reaching: reach)
            guard rank < reach else { continue }
            if let mark, (rank, slot) <= (mark.rank, mark.slot) { continue }
            buckets[rank].append(slot)
            if buckets[rank].count > limit { reach = rank }
        }
        let ranked = buckets.joined().prefix(limit + 1)
        return (Array(ranked.prefix(limit)), ranked.count > limit)
    }

    /// The rank, or one not below `reach` as soon as it is clear that it is none.
    private func rank(_ slot: Int32, isNamed: Bool, reaching reach: Int) -> Int {
        let standing = EntryColumns.allStandings[Int(index.entries.standings[Int(slot)])]
        let second = standing == .published || standing == .exempt ? 0 : 1
        guard isNamed else { return 6 + second }
        guard !isEmpty, second < reach else { return 4 + second }
        let names = index.names.texts
        guard names.mayBegin(slot, with: front), names.begins(slot, with: units) else { return 4 + second }
        if names.equals(slot, units) { return second }
        return (isOneRun ? 2 : 4) + second
    }

    private static func holds(_ sorted: [Int32], _ sought: Int32) -> Bool {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < sought { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == sought
    }
}

extension SearchText.Run {
    fileprivate var isLongerThanTwoCharacters: Bool {
        switch self {
        case .word: false
        case .characters(let scalars): scalars.count > 2
        }
    }
}
