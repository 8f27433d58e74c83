/// Which of many texts hold a run of Chinese characters: where every pair of neighbors stands.
///
/// A run is found where its rarest pair stands with the others beside it.
struct CharacterIndex: Sendable {
    private(set) var texts = TextColumn()
    private(set) var count = 0
    private var lists: [PlaceList] = []
    /// The number of each pair's list; the last character of a run stands with second 0.
    private var numbers: [CharacterPair: Int32] = [:]
    /// The lists of all pairs with the same first character.
    private var begun: [UInt16: [Int32]] = [:]

    /// Takes in the next text.
    ///
    /// - Returns: the pairs and single characters that no text before had.
    mutating func append(_ text: SearchText) -> [CharacterPair] {
        let number = Int32(count)
        count += 1
        let units = TextColumn.units(of: text.runs)
        texts.append(units)
        var new: [CharacterPair] = []
        var place = 0
        for run in text.runs {
            var end = place
            while end < units.count, units[end] != 0 { end += 1 }
            if case .characters = run {
                for index in place..<end {
                    put(CharacterPair(units[index], index + 1 < end ? units[index + 1] : 0), number, index, &new)
                }
            }
            place = end + 1
        }
        return new
    }

    private mutating func put(_ pair: CharacterPair, _ text: Int32, _ place: Int, _ new: inout [CharacterPair]) {
        if let number = numbers[pair] { return lists[Int(number)].append(text, at: place) }
        let number = Int32(lists.count)
        numbers[pair] = number
        lists.append(PlaceList())
        lists[Int(number)].append(text, at: place)
        if pair.second != 0 { new.append(pair) }
        if begun[pair.first] == nil { new.append(CharacterPair(pair.first, 0)) }
        begun[pair.first, default: []].append(number)
    }

    /// Gives back what was kept in reserve while many texts came.
    mutating func trim() {
        for index in lists.indices { lists[index].trim() }
    }

    /// Where the pair stands; a character with any neighbor stands in the lists of all its pairs.
    func lists(of pair: CharacterPair) -> [PlaceList] {
        guard pair.second == 0 else { return numbers[pair].map { [lists[Int($0)]] } ?? [] }
        return (begun[pair.first] ?? []).map { lists[Int($0)] }
    }

    /// Returns the texts that hold the characters one behind the other, in order.
    func holding(_ sought: [UInt16]) -> [Int32] {
        guard sought.count > 1 else {
            var found = SlotSet(below: count)
            for list in sought.first.map({ lists(of: CharacterPair($0, 0)) }) ?? [] { found.formUnion(list) }
            return found.numbers
        }
        var pairs: [(list: PlaceList, offset: Int)] = []
        for (offset, pair) in CharacterPair.needed(for: sought).enumerated() {
            guard let number = numbers[pair] else { return [] }
            pairs.append((lists[Int(number)], offset))
        }
        pairs.sort { $0.list.count < $1.list.count }
        let rarest = pairs[0]
        if sought.count == 2 { return rarest.list.numbers { _, _ in true } }
        var isKnown = sought.indices.map { $0 == rarest.offset || $0 == rarest.offset + 1 }
        var others: [PlaceList.Beside] = []
        for (list, offset) in pairs.dropFirst() where !(isKnown[offset] && isKnown[offset + 1]) {
            guard list.count / CharacterIndex.fewer < rarest.list.count else { break }
            others.append(list.beside(at: offset - rarest.offset))
            (isKnown[offset], isKnown[offset + 1]) = (true, true)
        }
        let isAll = !isKnown.contains(false)
        return rarest.list.numbers(beside: &others) { number, place in
            (isAll && place < PlaceList.near) || texts.has(sought, at: place - rarest.offset, of: number)
        }
    }

    /// Lists are read on, texts lie apart: so many times longer is a list that takes as long as a look into the texts.
    private static let fewer: Int32 = 32

    var byteCount: Int {
        texts.byteCount + numbers.capacity * 10 + begun.capacity * 12 + lists.capacity * 16
            + lists.reduce(0) { $0 + $1.byteCount }
    }
}
