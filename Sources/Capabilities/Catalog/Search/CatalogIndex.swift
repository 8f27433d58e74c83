import Codes

/// The search index of one catalog, in memory: posting lists of characters, pairs of characters and words.
///
/// A value without I/O; whoever keeps it puts in entries as they change.
package struct CatalogIndex: Sendable {
    /// One entry with what it is compared by; slots are never reused, so that posting lists only grow at their ends.
    fileprivate struct Slot {
        var entry: CatalogEntry
        var isLive: Bool
        /// Name, main name, agency, code: each a list of runs.
        let name: SearchText
        let others: [SearchText]
    }

    private var slots: [Slot] = []
    private var slotOfItem: [PowerItem.ID: Int32] = [:]
    private var postings: [SearchToken: [Int32]] = [:]
    /// All words in order, for looking up by their beginnings.
    private var words: [String] = []
    private var pinyin = PinyinIndex()

    package init() {}

    package init(_ entries: some Sequence<CatalogEntry>) {
        for entry in entries { put(entry, sortsWords: false) }
        words = Array(Set(words)).sorted()
    }

    package var count: Int { slotOfItem.count }

    /// Takes in an entry in place of an earlier one of the same item.
    package mutating func put(_ entry: CatalogEntry) { put(entry, sortsWords: true) }

    private mutating func put(_ entry: CatalogEntry, sortsWords: Bool) {
        if let old = slotOfItem[entry.id] { slots[Int(old)].isLive = false }
        let number = Int32(slots.count)
        let slot = Slot(
            entry: entry,
            isLive: true,
            name: SearchText(entry.name),
            others: [entry.mainName, entry.agencyName, entry.code].compactMap { $0.map { SearchText($0) } }
        )
        slotOfItem[entry.id] = number
        slots.append(slot)
        pinyin.put(slot.name.runs + SearchText(entry.mainName ?? "").runs, as: number)
        for run in ([slot.name] + slot.others).flatMap(\.runs) {
            for token in run.tokens where postings[token]?.last != number {
                postings[token, default: []].append(number)
            }
            guard let word = run.word else { continue }
            if sortsWords { insert(word) } else { words.append(word) }
        }
    }

    /// Finds what `query` asks for.
    package func search(_ query: CatalogQuery) -> CatalogAnswer {
        let text = SearchText(query.text.prefix(CatalogQuery.longestText))
        // Up to two characters, and the beginning of a word, are found exactly; longer runs must be looked at.
        let unsure = text.runs.filter(\.isLongerThanItsTokens)
        var found = candidates(text.runs).filter { number in
            isShown(number, to: query.audience) && unsure.allSatisfy { slots[Int(number)].holds($0) }
        }
        let isNear = found.isEmpty && !unsure.isEmpty
        if isNear { found = near(text.runs).filter { isShown($0, to: query.audience) } }
        var categories: [PowerCategory: Int] = [:]
        var agencies: [String: Int] = [:]
        var ranked: [(rank: Int, slot: Int32)] = []
        for number in found {
            let category = slots[Int(number)].entry.category
            let agency = slots[Int(number)].entry.agencyName
            let isOfCategory = query.category.map { $0 == category } ?? true
            let isOfAgency = query.agencyName.map { $0 == agency } ?? true
            if isOfAgency { categories[category, default: 0] += 1 }
            if isOfCategory, let agency { agencies[agency, default: 0] += 1 }
            if isOfCategory, isOfAgency { ranked.append((slots[Int(number)].rank(for: text.runs), number)) }
        }
        // Entries of one rank stay in the order in which they came in.
        ranked.sort { ($0.rank, $0.slot) < ($1.rank, $1.slot) }
        return answer(
            ranked.map { slots[Int($0.slot)].entry },
            query,
            categories,
            agencies,
            isNear: isNear && !found.isEmpty
        )
    }

    private func answer(
        _ entries: [CatalogEntry],
        _ query: CatalogQuery,
        _ categories: [PowerCategory: Int],
        _ agencies: [String: Int],
        isNear: Bool
    ) -> CatalogAnswer {
        let start = query.after.flatMap { after in entries.firstIndex { $0.id == after } }.map { $0 + 1 } ?? 0
        let page = entries[start...].prefix(max(query.limit, 0))
        return CatalogAnswer(
            isNear: isNear,
            total: entries.count,
            entries: Array(page),
            hasMore: start + page.count < entries.count,
            categories: categories.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
                .map { .init(value: $0.key, count: $0.value) },
            agencies: agencies.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { .init(value: $0.key, count: $0.value) }
        )
    }

    /// The slots that have every token; pairs still need not be neighbors.
    private func candidates(_ runs: [SearchText.Run]) -> [Int32] {
        guard !runs.isEmpty else { return Array(Int32(0)..<Int32(slots.count)) }
        var lists: [[Int32]] = []
        for run in runs {
            switch run {
            case .characters: lists += run.needed.map { postings[$0] ?? [] }
            case .word(let scalars):
                let named = beginning(with: run.word ?? "")
                let sounding = pinyin.candidates(scalars.map { UInt8(exactly: $0.value) ?? 0 })
                lists.append(sounding.isEmpty ? named : Set(named).union(sounding).sorted())
            }
        }
        lists.sort { $0.count < $1.count }
        guard var found = lists.first else { return [] }
        for list in lists.dropFirst() where !found.isEmpty { found = CatalogIndex.intersection(found, list) }
        return found
    }

    private func isShown(_ number: Int32, to audience: CatalogQuery.Audience) -> Bool {
        let slot = slots[Int(number)]
        return slot.isLive && (audience == .officers || slot.entry.standing.isPublic)
    }

    /// What was probably meant: characters of the same sound, else all pairs but the two that one wrong character spoils.
    private func near(_ runs: [SearchText.Run]) -> [Int32] {
        var found: [Int32]?
        for run in runs {
            var own: [Int32]
            switch run {
            case .word: own = candidates([run])
            case .characters(let scalars):
                own = candidates([run])
                if own.isEmpty || run.isLongerThanItsTokens { own = pinyin.soundingLike(scalars) }
                if own.isEmpty { own = sharing(run.needed) }
            }
            found = found.map { CatalogIndex.intersection($0, own) } ?? own
        }
        return found ?? []
    }

    /// The entries that have all pairs but two, and at least one.
    private func sharing(_ pairs: [SearchToken]) -> [Int32] {
        var counts: [Int32: Int] = [:]
        for pair in pairs { for number in postings[pair] ?? [] { counts[number, default: 0] += 1 } }
        let least = max(1, pairs.count - 2)
        return counts.filter { $0.value >= least }.map(\.key).sorted()
    }

    private func beginning(with prefix: String) -> [Int32] {
        var found: Set<Int32> = []
        var index = place(of: prefix)
        while index < words.count, words[index].hasPrefix(prefix) {
            found.formUnion(postings[.word(words[index])] ?? [])
            index += 1
        }
        return found.sorted()
    }

    private mutating func insert(_ word: String) {
        let index = place(of: word)
        if index == words.count || words[index] != word { words.insert(word, at: index) }
    }

    /// The first place whose word is not before `word`.
    private func place(of word: String) -> Int {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle] < word { low = middle + 1 } else { high = middle }
        }
        return low
    }

    static func intersection(_ left: [Int32], _ right: [Int32]) -> [Int32] {
        var both: [Int32] = []
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            if left[i] == right[j] {
                both.append(left[i])
                i += 1
                j += 1
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return both
    }
}

extension CatalogIndex.Slot {
    /// Whether the run stands in a field as it is; pairs of characters alone do not say that they are neighbors.
    fileprivate func holds(_ run: SearchText.Run) -> Bool { name.holds(run) || others.contains { $0.holds(run) } }

    /// 0 for the best: the name is the query, begins with it, holds it; then other fields.
    ///
    /// Of the same place, what is published stands before what is imported.
    fileprivate func rank(for runs: [SearchText.Run]) -> Int {
        let place =
            if name.runs == runs { 0 } else if name.begins(with: runs) { 1 } else if runs.allSatisfy(name.holds) {
                2
            } else { 3 }
        return place * 2 + (entry.standing == .published || entry.standing == .exempt ? 0 : 1)
    }
}

extension SearchText {
    fileprivate func holds(_ run: Run) -> Bool {
        runs.contains { own in
            switch (own, run) {
            case (.word(let own), .word(let sought)): own.starts(with: sought)
            case (.characters(let own), .characters(let sought)):
                own.count >= sought.count
                    && (0...(own.count - sought.count)).contains { own[$0...].starts(with: sought) }
            case (.word, .characters), (.characters, .word): false
            }
        }
    }

    fileprivate func begins(with sought: [Run]) -> Bool {
        guard let first = sought.first, sought.count == 1, let own = runs.first else { return false }
        return own.scalars.starts(with: first.scalars)
    }
}
