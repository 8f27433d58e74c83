/// Puts the best first: the name is the query, begins with it, holds it; then other fields.
///
/// Of the same place, what is published stands before what is imported, then what came in first.
struct Ranking {
    private let texts: TextColumn
    private let kinds: [Int32]
    private let standings: [Tally.Standing]
    private let units: [UInt16]
    /// Whether a name can begin with the query: it is one run.
    private let isOneRun: Bool
    private let front: UInt32
    /// Whether a name may begin with the query.
    private let mayBegin: Bool
    private let after: Int32?
    private let limit: Int

    init(_ runs: [SearchText.Run], of index: CatalogIndex, in tally: Tally, after: Int32?, limit: Int) {
        texts = index.names.texts
        kinds = index.entries.kinds
        standings = tally.standingsOfKinds
        units = TextColumn.units(of: runs)
        isOneRun = runs.count == 1
        front = TextColumn.front(of: units)
        mayBegin = !runs.isEmpty && texts.mayAnyBegin(with: front)
        self.after = after
        self.limit = limit
    }

    /// Returns a page of the slots; `slots` and `named` are in order.
    func page(_ slots: [Int32], named: [Int32]) -> (slots: [Int32], hasMore: Bool) {
        // Whoever turned past an entry that is no longer found begins anew.
        let mark = after.flatMap { after in
            Ranking.holds(slots, after)
                ? rank(after, isNamed: Ranking.holds(named, after), reaching: 8).map { (rank: $0, slot: after) } : nil
        }
        var buckets = [[Int32]](repeating: [], count: 8)
        // The best rank that can still reach the page: everything behind a full bucket is out.
        var reach = 8
        let best = max(mark?.rank ?? 0, mayBegin ? 0 : named.isEmpty ? 6 : 4)
        var place = 0
        let areAllNamed = named.count == slots.count
        for slot in slots {
            if !areAllNamed { while place < named.count, named[place] < slot { place += 1 } }
            let isNamed = areAllNamed || (place < named.count && named[place] == slot)
            guard let rank = rank(slot, isNamed: isNamed, reaching: reach) else { continue }
            if let mark, (rank, slot) <= (mark.rank, mark.slot) { continue }
            buckets[rank].append(slot)
            guard buckets[rank].count > limit else { continue }
            guard rank > best else { break }
            reach = rank
        }
        let ranked = buckets.joined().prefix(limit + 1)
        return (Array(ranked.prefix(limit)), ranked.count > limit)
    }

    /// The rank, or `nil` as soon as it is clear that it is none below `reach`.
    private func rank(_ slot: Int32, isNamed: Bool, reaching reach: Int) -> Int? {
        let standing = standings[Int(kinds[Int(slot)])]
        let second = Int(standing.rawValue)
        guard standing != .out, second < reach else { return nil }
        var rank = (isNamed ? 4 : 6) + second
        if isNamed, mayBegin, texts.mayBegin(slot, with: front) {
            if texts.equals(slot, units) {
                rank = second
            } else if isOneRun, 2 + second < reach, texts.begins(slot, with: units) {
                rank = 2 + second
            }
        }
        return rank < reach ? rank : nil
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
