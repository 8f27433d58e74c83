/// Which pairs of characters may be meant by letters: initials (jszg), full pinyin (jiaoshizige), the last one begun.
///
/// It knows the pairs that occur and not the entries: those are found through the pairs.
struct PinyinIndex: Sendable {
    /// Pairs of characters, by the first letters they may have.
    private var initials: [UInt16: Set<CharacterPair>] = [:]
    /// Pairs of characters and single ones (with any neighbor; under second 0), by the numbers of their syllables.
    private var syllables: [UInt32: Set<CharacterPair>] = [:]
    /// With which letters each character may begin, a bit a letter.
    private var letters: [UInt16: UInt32] = [:]
    /// Every syllable that occurs, numbered from 1.
    private var numbers: [[UInt8]: UInt16] = [:]

    mutating func put(_ pair: CharacterPair) {
        for first in PinyinIndex.readings(of: pair.first) {
            let left = number(of: first)
            guard pair.second != 0 else {
                syllables[UInt32(left) << 16, default: []].insert(pair)
                letters[pair.first, default: 0] |= PinyinIndex.bit(first[0])
                continue
            }
            for second in PinyinIndex.readings(of: pair.second) {
                syllables[UInt32(left) << 16 | UInt32(number(of: second)), default: []].insert(pair)
                initials[UInt16(first[0]) << 8 | UInt16(second[0]), default: []].insert(pair)
            }
        }
    }

    private static func readings(of unit: UInt16) -> [[UInt8]] { Unicode.Scalar(unit).map(Pinyin.readings) ?? [] }

    private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter - UInt8(ascii: "a")) }

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
    func begins(_ unit: UInt16, with letter: UInt8) -> Bool { (letters[unit] ?? 0) & PinyinIndex.bit(letter) != 0 }

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
    ///
    /// From the end, each place once: read from the front, letters that can be cut in two ways everywhere would be read
    /// in more ways than there is time.
    private func spellings(_ letters: ArraySlice<UInt8>) -> [[[UInt16]]] {
        let letters = Array(letters)
        var ways = [[[[UInt16]]]](repeating: [], count: letters.count + 1)
        for start in letters.indices.reversed() {
            let rest = letters[start...]
            if rest.count <= PinyinIndex.longestSyllable {
                let begun = numbers.filter { $0.key.starts(with: rest) }.map(\.value)
                if !begun.isEmpty { ways[start].append([begun]) }
            }
            for length in 1..<max(2, min(PinyinIndex.longestSyllable + 1, rest.count)) {
                guard let own = numbers[Array(rest.prefix(length))] else { continue }
                ways[start] += ways[start + length].prefix(PinyinIndex.mostSpellings).map { [[own]] + $0 }
            }
        }
        return ways[0]
    }

    /// xian is 县 and 西安; nobody means the hundredth way.
    private static let mostSpellings = 8
    /// As in zhuang.
    private static let longestSyllable = 6

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
