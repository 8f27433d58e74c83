/// Which pairs of characters may be meant by letters: initials (jszg), full pinyin (jiaoshizige), the last one begun.
///
/// It knows the pairs that occur and not the entries: those are found through the pairs.
struct PinyinIndex: Sendable {
    /// Pairs of characters, by the first letters they may have.
    private var initials: [UInt16: Set<CharacterPair>] = [:]
    /// Pairs of characters and single ones (under second 0), by the numbers of their syllables.
    private var syllables: [UInt32: Set<CharacterPair>] = [:]
    /// Every syllable that occurs, numbered from 1.
    private var numbers: [[UInt8]: UInt16] = [:]

    mutating func put(_ pair: CharacterPair) {
        for first in Pinyin.readings(of: pair.first) {
            let left = number(of: first)
            guard let second = pair.second else {
                syllables[UInt32(left) << 16, default: []].insert(pair)
                continue
            }
            for second in Pinyin.readings(of: second) {
                syllables[UInt32(left) << 16 | UInt32(number(of: second)), default: []].insert(pair)
                initials[UInt16(first[0]) << 8 | UInt16(second[0]), default: []].insert(pair)
            }
        }
    }

    /// Returns the pairs that may stand at each place for letters read as initials; empty if one place has none.
    func pairs(initials letters: [UInt8]) -> [Set<CharacterPair>] {
        PinyinIndex.filled(
            zip(letters, letters.dropFirst()).map { initials[UInt16($0) << 8 | UInt16($1)] ?? [] }
        )
    }

    /// Returns the ways to read letters as syllables, each with the pairs that may stand at each place.
    func pairs(spelled letters: [UInt8]) -> [[Set<CharacterPair>]] {
        spellings(letters[...]).map(pairs).filter { !$0.isEmpty }
    }

    /// Returns the pairs that sound like the characters, place by place; empty if one place has none.
    func pairs(soundingLike scalars: [Unicode.Scalar]) -> [Set<CharacterPair>] {
        let readings = scalars.map { scalar in Pinyin.readings(of: scalar).compactMap { numbers[$0] } }
        guard readings.count >= 2, readings.allSatisfy({ !$0.isEmpty }) else { return [] }
        return pairs(readings)
    }

    /// Whether letters can be pinyin at all.
    static func isPinyin(_ letters: [UInt8]) -> Bool {
        letters.count >= 2 && letters.allSatisfy { (97...122).contains($0) }
    }

    /// Whether the character may begin with the letter.
    static func begins(_ unit: UInt16, with letter: UInt8) -> Bool {
        guard let scalar = Unicode.Scalar(unit) else { return false }
        return Pinyin.readings(of: scalar).contains { $0.first == letter }
    }

    /// The pairs of each place; one place may have several readings.
    private func pairs(_ spelling: [[UInt16]]) -> [Set<CharacterPair>] {
        guard let first = spelling.first else { return [] }
        guard spelling.count > 1 else {
            return PinyinIndex.filled([Set(first.flatMap { syllables[UInt32($0) << 16] ?? [] })])
        }
        return PinyinIndex.filled(
            zip(spelling, spelling.dropFirst()).map { left, right in
                Set(
                    left.flatMap { left in
                        right.flatMap { syllables[UInt32(left) << 16 | UInt32($0)] ?? [] }
                    }
                )
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

    private static func filled(_ places: [Set<CharacterPair>]) -> [Set<CharacterPair>] {
        places.contains(where: \.isEmpty) ? [] : places
    }
}
