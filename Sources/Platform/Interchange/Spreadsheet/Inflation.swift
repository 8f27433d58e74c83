/// Unpacks deflated bytes (RFC 1951), never more than was asked for.
///
/// Our own, because the bytes come from outside: every index is checked, and the limit holds while unpacking.
struct Inflation {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var held: UInt32 = 0
    private var heldCount = 0
    private var output: [UInt8] = []
    private let limit: Int

    private struct Malformed: Error {}

    /// Returns the unpacked bytes, or `nil` when they are malformed or more than `limit`.
    static func unpacked(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
        var inflation = Inflation(bytes: bytes, position: bytes.startIndex, limit: limit)
        do throws(Malformed) { return try inflation.run() } catch { return nil }
    }

    private init(bytes: ArraySlice<UInt8>, position: Int, limit: Int) {
        self.bytes = bytes
        self.position = position
        self.limit = limit
    }

    private mutating func run() throws(Malformed) -> [UInt8] {
        var isLast = false
        while !isLast {
            isLast = try bits(1) == 1
            switch try bits(2) {
            case 0: try stored()
            case 1: try coded(Inflation.fixedLengths, Inflation.fixedDistances)
            case 2:
                let (lengths, distances) = try trees()
                try coded(lengths, distances)
            default: throw Malformed()
            }
        }
        return output
    }

    private mutating func bits(_ count: Int) throws(Malformed) -> Int {
        while heldCount < count {
            guard position < bytes.endIndex else { throw Malformed() }
            held |= UInt32(bytes[position]) << UInt32(heldCount)
            position += 1
            heldCount += 8
        }
        let value = Int(held & ((1 << UInt32(count)) - 1))
        held >>= UInt32(count)
        heldCount -= count
        return value
    }

    private mutating func append(_ byte: UInt8) throws(Malformed) {
        guard output.count < limit else { throw Malformed() }
        output.append(byte)
    }

    private mutating func stored() throws(Malformed) {
        held = 0
        heldCount = 0
        guard position + 4 <= bytes.endIndex else { throw Malformed() }
        let length = Int(bytes[position]) | Int(bytes[position + 1]) << 8
        let check = Int(bytes[position + 2]) | Int(bytes[position + 3]) << 8
        position += 4
        guard length == ~check & 0xffff, position + length <= bytes.endIndex, output.count + length <= limit else {
            throw Malformed()
        }
        output += bytes[position..<position + length]
        position += length
    }

    private mutating func coded(_ lengths: PrefixCode, _ distances: PrefixCode) throws(Malformed) {
        while true {
            let symbol = try self.symbol(lengths)
            if symbol < 256 {
                try append(UInt8(symbol))
                continue
            }
            guard symbol > 256 else { return }
            let index = symbol - 257
            guard index < 29 else { throw Malformed() }
            let length = Inflation.lengthBases[index] + (try bits(Inflation.lengthBits[index]))
            let code = try self.symbol(distances)
            guard code < 30 else { throw Malformed() }
            let distance = Inflation.distanceBases[code] + (try bits(Inflation.distanceBits[code]))
            guard distance <= output.count, output.count + length <= limit else { throw Malformed() }
            for _ in 0..<length { output.append(output[output.count - distance]) }
        }
    }

    private mutating func symbol(_ code: PrefixCode) throws(Malformed) -> Int {
        var (value, first, index) = (0, 0, 0)
        for length in 1...15 {
            value |= try bits(1)
            let count = code.counts[length]
            if value - count < first { return code.symbols[index + value - first] }
            index += count
            first = (first + count) << 1
            value <<= 1
        }
        throw Malformed()
    }

    private mutating func trees() throws(Malformed) -> (PrefixCode, PrefixCode) {
        let lengthCount = try bits(5) + 257
        let distanceCount = try bits(5) + 1
        let codeCount = try bits(4) + 4
        guard lengthCount <= 286, distanceCount <= 30 else { throw Malformed() }
        var codeLengths = [Int](repeating: 0, count: 19)
        for place in Inflation.codeOrder.prefix(codeCount) { codeLengths[place] = try bits(3) }
        guard let code = PrefixCode(codeLengths) else { throw Malformed() }
        var lengths: [Int] = []
        while lengths.count < lengthCount + distanceCount {
            let symbol = try self.symbol(code)
            guard symbol > 15 else {
                lengths.append(symbol)
                continue
            }
            let (value, count): (Int, Int)
            switch symbol {
            case 16:
                guard let last = lengths.last else { throw Malformed() }
                (value, count) = (last, 3 + (try bits(2)))
            case 17: (value, count) = (0, 3 + (try bits(3)))
            default: (value, count) = (0, 11 + (try bits(7)))
            }
            guard lengths.count + count <= lengthCount + distanceCount else { throw Malformed() }
            lengths += Array(repeating: value, count: count)
        }
        guard lengths[256] > 0, let first = PrefixCode(Array(lengths.prefix(lengthCount))),
            let second = PrefixCode(Array(lengths.suffix(distanceCount)))
        else { throw Malformed() }
        return (first, second)
    }

    private static let codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577,
    ]
    private static let distanceBits = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
    private static let fixedLengths = PrefixCode(
        complete: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
    )
    private static let fixedDistances = PrefixCode(complete: Array(repeating: 5, count: 30))
}

/// A canonical prefix code, as the lengths of its words give it.
private struct PrefixCode {
    /// How many words have each length, from 0 to 15.
    let counts: [Int]
    /// Sorted by word.
    let symbols: [Int]

    /// Returns `nil` when the lengths promise more words than there are.
    init?(_ lengths: [Int]) {
        self.init(complete: lengths)
        var left = 1
        for length in 1...15 {
            left = left << 1 - counts[length]
            guard left >= 0 else { return nil }
        }
    }

    /// Takes lengths that are known to be right.
    init(complete lengths: [Int]) {
        var counts = [Int](repeating: 0, count: 16)
        for length in lengths { counts[length] += 1 }
        counts[0] = 0
        self.counts = counts
        symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
    }
}
