/// A set of numbers as bits: for the union of many lists.
struct SlotSet: Sendable {
    private var words: [UInt64]

    /// An empty set for numbers below `count`.
    init(below count: Int) {
        words = [UInt64](repeating: 0, count: (count + 63) / 64)
    }

    mutating func insert(_ number: Int32) { words[Int(number) >> 6] |= 1 << UInt64(number & 63) }

    mutating func formUnion(_ list: PostingList) { list.forEach { insert($0) } }

    mutating func formIntersection(_ other: SlotSet) {
        for index in words.indices { words[index] &= other.words[index] }
    }

    /// The numbers in order.
    var numbers: [Int32] {
        var numbers: [Int32] = []
        numbers.reserveCapacity(words.reduce(0) { $0 + $1.nonzeroBitCount })
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                numbers.append(Int32(index * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
        return numbers
    }
}
