/// Values that many entries have in common, such as the name of an agency: each kept once, with who has it.
struct SharedValues: Sendable {
    private(set) var names: [String] = []
    private(set) var index = CharacterIndex()
    /// The place of each name in their order, once `rank` was asked for it.
    private(set) var ranks: [Int32] = []
    /// The words of letters and digits in each name.
    private(set) var words: [[String]] = []
    private var numbers: [String: Int32] = [:]
    private var holders: [PostingList] = []

    /// Notes that the entry has the value.
    ///
    /// - Returns: the value's number, and what pairs of characters came with it.
    mutating func put(_ name: String, of slot: Int32) -> (number: Int32, new: [CharacterPair]) {
        if let number = numbers[name] {
            holders[Int(number)].append(slot)
            return (number, [])
        }
        let number = Int32(names.count)
        let text = SearchText(name)
        numbers[name] = number
        names.append(name)
        words.append(text.runs.compactMap(\.word))
        holders.append(PostingList())
        holders[Int(number)].append(slot)
        return (number, index.append(text))
    }

    func number(of name: String) -> Int32? { numbers[name] }

    /// Puts the names in order, if any came since the last time.
    mutating func rank() {
        guard ranks.count < names.count else { return }
        ranks = SharedValues.ranks(of: names)
    }

    /// The place of each name in the order of their bytes.
    static func ranks(of names: [String]) -> [Int32] {
        var ranks = [Int32](repeating: 0, count: names.count)
        let order = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
        for (rank, index) in order.enumerated() { ranks[index] = Int32(rank) }
        return ranks
    }

    /// Adds to `found` the entries whose value is one of `values`.
    func add(_ values: some Sequence<Int32>, to found: inout SlotSet) {
        for value in values { found.formUnion(holders[Int(value)]) }
    }

    var byteCount: Int {
        index.byteCount + names.reduce(0) { $0 + $1.utf8.count + 108 } + holders.reduce(0) { $0 + $1.byteCount + 40 }
    }
}
