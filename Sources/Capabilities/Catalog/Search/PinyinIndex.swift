/// Finds entries by what their characters sound like: initials (jszg), full pinyin (jiaoshizige), the last one begun.
///
/// Posting lists as in `CatalogIndex`, of pairs of initials and of pairs of syllables; numbers only grow.
struct PinyinIndex: Sendable {
    private var initials: [UInt16: [Int32]] = [:]
    private var syllables: [UInt32: [Int32]] = [:]
    /// The first letters each character may have, one bit a letter, run by run.
    private var masks: [Int32: [[UInt32]]] = [:]
    /// Every syllable that occurs, numbered from 1.
    private var numbers: [[UInt8]: UInt16] = [:]

    mutating func put(_ runs: [SearchText.Run], as number: Int32) {
        for case .characters(let scalars) in runs {
            let readings = scalars.map(Pinyin.readings)
            masks[number, default: []].append(readings.map { $0.reduce(0) { $0 | PinyinIndex.bit($1[0]) } })
            for (index, own) in readings.enumerated() {
                let next = index + 1 < readings.count ? readings[index + 1] : []
                for first in own {
                    let left = self.number(of: first)
                    append(number, toSyllables: left, 0)
                    for second in next {
                        append(number, toSyllables: left, self.number(of: second))
                        let pair = UInt16(first[0]) << 8 | UInt16(second[0])
                        if initials[pair]?.last != number { initials[pair, default: []].append(number) }
                    }
                }
            }
        }
    }

    /// Returns the entries whose writing may be typed by these letters, in order; none for other signs than a–z.
    func candidates(_ letters: [UInt8]) -> [Int32] {
        guard letters.count >= 2, letters.allSatisfy({ (97...122).contains($0) }) else { return [] }
        var found = Set(withInitials(letters))
        for spelling in spellings(letters[...]) { found.formUnion(withSyllables(spelling)) }
        return found.sorted()
    }

    /// Returns the entries that sound like the characters, in order.
    func soundingLike(_ scalars: [Unicode.Scalar]) -> [Int32] {
        let readings = scalars.map { scalar in Pinyin.readings(of: scalar).compactMap { numbers[$0] } }
        guard readings.count >= 2, readings.allSatisfy({ !$0.isEmpty }) else { return [] }
        return withSyllables(readings)
    }

    private func withInitials(_ letters: [UInt8]) -> [Int32] {
        let pairs = zip(letters, letters.dropFirst()).map { initials[UInt16($0) << 8 | UInt16($1)] ?? [] }
        let found = PinyinIndex.common(pairs)
        guard letters.count > 2 else { return found }
        let bits = letters.map(PinyinIndex.bit)
        return found.filter { number in
            masks[number]?.contains { run in
                run.count >= bits.count
                    && (0...(run.count - bits.count)).contains { start in
                        bits.indices.allSatisfy { run[start + $0] & bits[$0] != 0 }
                    }
            } ?? false
        }
    }

    /// The entries that have each syllable beside the next; one place may have several readings.
    private func withSyllables(_ spelling: [[UInt16]]) -> [Int32] {
        guard let first = spelling.first else { return [] }
        guard spelling.count > 1 else {
            return Set(first.flatMap { syllables[UInt32($0) << 16] ?? [] }).sorted()
        }
        return PinyinIndex.common(
            zip(spelling, spelling.dropFirst()).map { left, right in
                let lists = left.flatMap { left in
                    right.compactMap { syllables[UInt32(left) << 16 | UInt32($0)] }
                }
                return lists.count == 1 ? lists[0] : Set(lists.joined()).sorted()
            }
        )
    }

    /// The ways to read letters as syllables that occur; the last syllable may only be begun.
    private func spellings(_ letters: ArraySlice<UInt8>) -> [[[UInt16]]] {
        var ways: [[[UInt16]]] = []
        let begun = numbers.filter { $0.key.starts(with: letters) }.map(\.value)
        if !begun.isEmpty { ways.append([begun]) }
        for length in 1..<max(2, min(7, letters.count)) {
            guard let own = numbers[Array(letters.prefix(length))] else { continue }
            ways += spellings(letters.dropFirst(length)).prefix(PinyinIndex.mostSpellings).map { [[own]] + $0 }
        }
        return ways
    }

    /// xian is 县 and 西安; nobody means the hundredth way.
    private static let mostSpellings = 8

    private mutating func number(of syllable: [UInt8]) -> UInt16 {
        if let number = numbers[syllable] { return number }
        let number = UInt16(numbers.count + 1)
        numbers[syllable] = number
        return number
    }

    private mutating func append(_ number: Int32, toSyllables left: UInt16, _ right: UInt16) {
        let pair = UInt32(left) << 16 | UInt32(right)
        if syllables[pair]?.last != number { syllables[pair, default: []].append(number) }
    }

    private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter - 97) }

    private static func common(_ lists: [[Int32]]) -> [Int32] {
        let lists = lists.sorted { $0.count < $1.count }
        guard var found = lists.first else { return [] }
        for list in lists.dropFirst() where !found.isEmpty { found = CatalogIndex.intersection(found, list) }
        return found
    }
}
