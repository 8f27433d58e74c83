/// A Chinese character with its neighbor behind it, or whatever stands behind it.
///
/// Characters are units of UTF-16: the few beyond are pairs of their own.
struct CharacterPair: Hashable, Sendable {
    let first: UInt16
    /// 0 for any neighbor and none.
    let second: UInt16

    init(_ first: UInt16, _ second: UInt16) {
        self.first = first
        self.second = second
    }

    /// The pairs that must all be there for the units to be: neighbors, or the one character.
    static func needed(for units: [UInt16]) -> [CharacterPair] {
        units.count == 1
            ? [CharacterPair(units[0], 0)] : zip(units, units.dropFirst()).map { CharacterPair($0, $1) }
    }
}
