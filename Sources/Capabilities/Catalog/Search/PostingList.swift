/// Numbers that only grow, kept as the steps between them: a byte each for what is frequent.
struct PostingList: Sendable {
    private(set) var count = 0
    private var first: Int32 = -1
    private(set) var last: Int32 = -1
    /// From the first number on: what stands in one text only takes nothing here.
    private var steps: [UInt8] = []

    /// Adds a number not below the last one; the last one again changes nothing.
    mutating func append(_ number: Int32) {
        guard number != last else { return }
        if count == 0 { first = number } else { append(step: UInt32(bitPattern: number &- last)) }
        last = number
        count += 1
    }

    private mutating func append(step: UInt32) {
        var rest = step
        while rest >= 0x80 {
            steps.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        steps.append(UInt8(rest))
    }

    /// Calls `body` with every number, in order.
    func forEach(_ body: (Int32) -> Void) {
        guard count > 0 else { return }
        body(first)
        steps.withUnsafeBufferPointer { steps in
            var number = first
            var place = 0
            while place < steps.count {
                var step: UInt32 = 0
                var shift: UInt32 = 0
                while steps[place] >= 0x80 {
                    step |= UInt32(steps[place] & 0x7F) << shift
                    shift += 7
                    place += 1
                }
                step |= UInt32(steps[place]) << shift
                place += 1
                number &+= Int32(bitPattern: step)
                body(number)
            }
        }
    }

    var numbers: [Int32] {
        [Int32](unsafeUninitializedCapacity: count) { buffer, filled in
            var place = 0
            forEach { number in
                buffer[place] = number
                place += 1
            }
            filled = place
        }
    }

    /// Returns those of `sought`, which are in order, that are in the list.
    func intersection(_ sought: [Int32]) -> [Int32] {
        guard !sought.isEmpty else { return [] }
        var both: [Int32] = []
        both.reserveCapacity(min(sought.count, count))
        var place = 0
        sought.withUnsafeBufferPointer { sought in
            forEach { number in
                while place < sought.count, sought[place] < number { place += 1 }
                if place < sought.count, sought[place] == number { both.append(number) }
            }
        }
        return both
    }

    var byteCount: Int { steps.capacity }
}
