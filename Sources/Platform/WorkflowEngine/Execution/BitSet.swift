/// A set of small numbers that fits in a word while they are below 64, and then needs no allocation.
package struct BitSet: Hashable, Sendable {
    private var low: UInt64 = 0
    /// The words above the first; never ends in a zero, so that equal sets are equal values.
    private var high: [UInt64] = []

    package init() {}

    package init(_ numbers: some Sequence<Int>) {
        for number in numbers { insert(number) }
    }

    package var isEmpty: Bool { low == 0 && high.isEmpty }

    package var count: Int { high.reduce(low.nonzeroBitCount) { $0 + $1.nonzeroBitCount } }

    package func contains(_ number: Int) -> Bool {
        if number < 64 { return low & (1 << UInt64(number)) != 0 }
        let word = number / 64 - 1
        return word < high.count && high[word] & (1 << UInt64(number % 64)) != 0
    }

    package mutating func insert(_ number: Int) {
        if number < 64 {
            low |= 1 << UInt64(number)
            return
        }
        let word = number / 64 - 1
        while high.count <= word { high.append(0) }
        high[word] |= 1 << UInt64(number % 64)
    }

    package mutating func remove(_ number: Int) {
        if number < 64 {
            low &= ~(1 << UInt64(number))
            return
        }
        let word = number / 64 - 1
        guard word < high.count else { return }
        high[word] &= ~(1 << UInt64(number % 64))
        trim()
    }

    package mutating func formUnion(_ other: BitSet) {
        low |= other.low
        while high.count < other.high.count { high.append(0) }
        for word in other.high.indices { high[word] |= other.high[word] }
    }

    package mutating func formIntersection(_ other: BitSet) {
        low &= other.low
        if high.count > other.high.count { high.removeLast(high.count - other.high.count) }
        for word in high.indices { high[word] &= other.high[word] }
        trim()
    }

    package func intersection(_ other: BitSet) -> BitSet {
        var both = self
        both.formIntersection(other)
        return both
    }

    package mutating func subtract(_ other: BitSet) {
        low &= ~other.low
        guard !high.isEmpty else { return }
        for word in 0..<min(high.count, other.high.count) { high[word] &= ~other.high[word] }
        trim()
    }

    package func intersects(_ other: BitSet) -> Bool {
        if low & other.low != 0 { return true }
        for word in 0..<min(high.count, other.high.count) where high[word] & other.high[word] != 0 { return true }
        return false
    }

    package func isSubset(of other: BitSet) -> Bool {
        var rest = self
        rest.subtract(other)
        return rest.isEmpty
    }

    /// The numbers in the set, ascending.
    package var numbers: [Int] {
        var numbers: [Int] = []
        forEach { numbers.append($0) }
        return numbers
    }

    /// Calls `body` with each number, ascending.
    package func forEach(_ body: (Int) -> Void) {
        BitSet.forEach(low, 0, body)
        for word in high.indices { BitSet.forEach(high[word], (word + 1) * 64, body) }
    }

    private static func forEach(_ word: UInt64, _ offset: Int, _ body: (Int) -> Void) {
        var rest = word
        while rest != 0 {
            body(offset + rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }

    private mutating func trim() {
        while high.last == 0 { high.removeLast() }
    }
}

extension BitSet {
    /// The words in hexadecimal, lowest first, joined by dots: `1f` or `0.8`.
    package var text: String {
        ([low] + high).map { String($0, radix: 16) }.joined(separator: ".")
    }

    /// Returns `nil` unless `text` has the form above.
    package init?(text: some StringProtocol) {
        let words = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt64($0, radix: 16) }
        guard let first = words.first, let low = first else { return nil }
        self.low = low
        for word in words.dropFirst() {
            guard let word else { return nil }
            high.append(word)
        }
        trim()
    }
}
