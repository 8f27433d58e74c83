/// A set of small numbers that fits in a word while they are below 64, and then needs no allocation.
package struct BitSet: Hashable, Sendable {
    private var low: UInt64 = 0
    /// The words above the first; never ends in a zero, so that equal sets are equal values.
    private var high: [UInt64] = []

    package init() {}

    package var isEmpty: Bool { low == 0 && high.isEmpty }

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

    package mutating func subtract(_ other: BitSet) {
        low &= ~other.low
        for word in 0..<min(high.count, other.high.count) { high[word] &= ~other.high[word] }
        trim()
    }

    package func intersects(_ other: BitSet) -> Bool {
        low & other.low != 0 || zip(high, other.high).contains { $0 & $1 != 0 }
    }

    /// The numbers in the set, ascending.
    package var numbers: [Int] {
        var numbers: [Int] = []
        for (index, word) in ([low] + high).enumerated() {
            var rest = word
            while rest != 0 {
                numbers.append(index * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return numbers
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
