/// Which of many texts hold a run of Chinese characters: posting lists of characters and of pairs of neighbors.
struct CharacterIndex: Sendable {
    private(set) var texts = TextColumn()
    private(set) var count = 0
    private var postings: [UInt64: PostingList] = [:]

    /// Takes in the next text.
    ///
    /// - Returns: the pairs and single characters that no text before had.
    mutating func append(_ text: SearchText) -> [CharacterPair] {
        let number = Int32(count)
        count += 1
        texts.append(text)
        var new: [CharacterPair] = []
        for case .characters(let scalars) in text.runs {
            for index in scalars.indices {
                put(CharacterPair(scalars[index], nil), number, &new)
                if index > 0 { put(CharacterPair(scalars[index - 1], scalars[index]), number, &new) }
            }
        }
        return new
    }

    private mutating func put(_ pair: CharacterPair, _ number: Int32, _ new: inout [CharacterPair]) {
        let isNew = { (list: inout PostingList) in
            list.append(number)
            return list.count == 1 && list.last == number
        }(&postings[pair.key, default: PostingList()])
        if isNew { new.append(pair) }
    }

    func list(of pair: CharacterPair) -> PostingList? { postings[pair.key] }

    /// Returns the texts that hold the characters one behind the other, in order.
    func holding(_ scalars: [Unicode.Scalar]) -> [Int32] {
        var lists: [PostingList] = []
        for pair in CharacterPair.needed(for: scalars) {
            guard let list = postings[pair.key] else { return [] }
            lists.append(list)
        }
        lists.sort { $0.count < $1.count }
        guard var found = lists.first?.numbers else { return [] }
        for list in lists.dropFirst() { found = list.intersection(found) }
        guard scalars.count > 2 else { return found }
        // All pairs may be there without being neighbors.
        let units = TextColumn.units(of: [.characters(scalars)])
        found.removeAll { !texts.holds($0, units) }
        return found
    }

    var byteCount: Int {
        texts.byteCount + postings.capacity * 40 + postings.values.reduce(0) { $0 + $1.byteCount }
    }
}

/// A Chinese character with its neighbor behind it, or alone.
struct CharacterPair: Hashable, Sendable {
    let first: Unicode.Scalar
    let second: Unicode.Scalar?

    init(_ first: Unicode.Scalar, _ second: Unicode.Scalar?) {
        self.first = first
        self.second = second
    }

    var key: UInt64 { UInt64(first.value) << 32 | UInt64(second?.value ?? 0) }

    /// The pairs that must all be there for the run to be: its neighbors, or the one character.
    static func needed(for scalars: [Unicode.Scalar]) -> [CharacterPair] {
        scalars.count == 1
            ? [CharacterPair(scalars[0], nil)]
            : zip(scalars, scalars.dropFirst()).map { CharacterPair($0, $1) }
    }
}
