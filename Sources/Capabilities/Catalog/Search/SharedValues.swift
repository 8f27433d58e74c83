/// Values that many entries have in common, such as the name of an agency: each kept once, with who has it.
struct SharedValues: Sendable {
    private(set) var names: [String] = []
    private(set) var index = CharacterIndex()
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
        numbers[name] = number
        names.append(name)
        holders.append(PostingList())
        holders[Int(number)].append(slot)
        return (number, index.append(SearchText(name)))
    }

    func number(of name: String) -> Int32? { numbers[name] }

    /// Adds to `found` the entries whose value is one of `values`.
    func add(_ values: some Sequence<Int32>, to found: inout SlotSet) {
        for value in values { found.formUnion(holders[Int(value)]) }
    }

    var byteCount: Int {
        index.byteCount + names.reduce(0) { $0 + $1.utf8.count + 96 } + holders.reduce(0) { $0 + $1.byteCount + 40 }
    }
}
