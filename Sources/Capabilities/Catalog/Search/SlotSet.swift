/// A set of numbers as bits: for the union of many lists.
struct SlotSet: Sendable {
    private var words: [UInt64]

    /// An empty set for numbers below `count`.
    init(below count: Int) {
        words = [UInt64](repeating: 0, count: (count + 63) / 64)
    }

    mutating func insert(_ number: Int32) { words[Int(number) >> 6] |= 1 << UInt64(number & 63) }

    mutating func formUnion(_ list: PostingList) { list.forEach { insert($0) } }

    mutating func formUnion(_ list: PlaceList) { list.forEach { number, _ in insert(number) } }

    mutating func formIntersection(_ other: SlotSet) {
        for index in words.indices { words[index] &= other.words[index] }
    }

    /// The numbers in order.
    var numbers: [Int32] {
        let count = words.reduce(0) { $0 + $1.nonzeroBitCount }
        return [Int32](unsafeUninitializedCapacity: count) { numbers, filled in
            for (index, word) in words.enumerated() {
                var rest = word
                while rest != 0 {
                    numbers[filled] = Int32(truncatingIfNeeded: index * 64 + rest.trailingZeroBitCount)
                    filled += 1
                    rest &= rest - 1
                }
            }
        }
    }
}
