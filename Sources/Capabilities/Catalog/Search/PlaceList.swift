/// In which texts, and where in them, something stands: numbers that only grow, kept as the steps between them.
///
/// What is frequent takes two bytes each time, the step and the place.
struct PlaceList: Sendable {
    /// How many times it stands; a text that has it twice counts twice.
    private(set) var count: Int32 = 0
    private var last: Int32 = 0
    private var bytes: [UInt8] = []

    /// Places up to here are certain for every character of a query; the last ones only say that it is far.
    static let near = Int(UInt8.max) - CatalogQuery.longestText * 2

    /// Adds a place of a text not before the last one.
    mutating func append(_ number: Int32, at place: Int) {
        var rest = UInt32(bitPattern: number &- last)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
        bytes.append(UInt8(clamping: place))
        last = number
        count += 1
    }

    /// Gives back what was kept in reserve for more.
    mutating func trim() { bytes = bytes.withUnsafeBufferPointer { Array($0) } }

    /// Calls `body` with every text and place, in order.
    @inline(__always)
    func forEach(_ body: (_ number: Int32, _ place: Int) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            var cursor = Cursor()
            while cursor.move(in: bytes) { body(cursor.number, cursor.place) }
        }
    }

    /// The texts for whose places the test holds, in order, each once.
    @inline(__always)
    func numbers(where test: (_ number: Int32, _ place: Int) -> Bool) -> [Int32] {
        [Int32](unsafeUninitializedCapacity: Int(count)) { buffer, filled in
            var newest: Int32 = -1
            var found = 0
            forEach { number, place in
                guard number != newest, test(number, place) else { return }
                buffer[found] = number
                found += 1
                newest = number
            }
            filled = found
        }
    }

    /// The texts that have a place of each of the others at its distance from one of these, and for which the test holds.
    @inline(__always)
    func numbers(
        beside others: inout [Beside],
        where test: (_ number: Int32, _ place: Int) -> Bool
    ) -> [Int32] {
        others.withUnsafeMutableBufferPointer { others in
            numbers { number, place in
                guard place < PlaceList.near else { return test(number, place) }
                for index in others.indices where !others[index].reaches(number, place) { return false }
                return test(number, place)
            }
        }
    }

    /// The list as another one is held against it.
    func beside(at distance: Int) -> Beside { Beside(bytes, distance) }

    /// A list that is read along with another one.
    struct Beside {
        private let bytes: [UInt8]
        private let distance: Int
        private var cursor: Cursor
        private var isLeft: Bool

        fileprivate init(_ bytes: [UInt8], _ distance: Int) {
            self.bytes = bytes
            self.distance = distance
            var cursor = Cursor()
            isLeft = bytes.withUnsafeBufferPointer { cursor.move(in: $0) }
            self.cursor = cursor
        }

        /// Whether the list has the place at its distance; asked for in order.
        @inline(__always)
        fileprivate mutating func reaches(_ number: Int32, _ place: Int) -> Bool {
            guard place + distance >= 0 else { return false }
            let sought = Int(number) << 8 | (place + distance)
            guard isLeft, cursor.key < sought else { return isLeft && cursor.key == sought }
            bytes.withUnsafeBufferPointer { bytes in
                repeat { isLeft = cursor.move(in: bytes) } while isLeft && cursor.key < sought
            }
            return isLeft && cursor.key == sought
        }
    }

    /// Reads a list.
    private struct Cursor {
        private var index = 0
        private(set) var number: Int32 = 0
        private(set) var place = 0

        /// Grows from place to place.
        var key: Int { Int(number) << 8 | place }

        /// Goes on to the next place; `false` behind the last.
        @inline(__always)
        mutating func move(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            guard index < bytes.count else { return false }
            var step = UInt32(bytes[index])
            index += 1
            if step >= 0x80 {
                step &= 0x7F
                var shift: UInt32 = 7
                while bytes[index] >= 0x80 {
                    step |= UInt32(bytes[index] & 0x7F) << shift
                    shift += 7
                    index += 1
                }
                step |= UInt32(bytes[index]) << shift
                index += 1
            }
            number &+= Int32(bitPattern: step)
            place = Int(bytes[index])
            index += 1
            return true
        }
    }

    var byteCount: Int { bytes.capacity }
}
