/// The parts of an archive (ZIP), by name; unpacked one at a time and within limits.
package struct PartArchive {
    private struct Entry {
        let method: Int
        let check: UInt32
        let packed: Int
        let unpacked: Int
        let offset: Int
    }

    private let bytes: [UInt8]
    private var entries: [String: Entry] = [:]
    /// How much may still be unpacked.
    private var left: Int
    private let limits: SpreadsheetLimits

    /// Reads the directory at the end of the file.
    package init(_ bytes: [UInt8], limits: SpreadsheetLimits) throws(SpreadsheetFault) {
        self.bytes = bytes
        self.limits = limits
        left = limits.bytes
        let earliest = max(0, bytes.count - 65_557)
        guard bytes.count >= 22,
            let end = stride(from: bytes.count - 22, through: earliest, by: -1)
                .first(where: { PartArchive.number(bytes, $0, 4) == 0x0605_4b50 })
        else { throw .damaged(part: "end") }
        let count = number(end + 10, 2)
        guard number(end + 4, 4) == 0, count != 0xffff else { throw .unsupported(part: "directory") }
        guard count <= limits.parts else { throw .tooManyParts(limit: limits.parts) }
        var place = number(end + 16, 4)
        for _ in 0..<count {
            guard place + 46 <= end, number(place, 4) == 0x0201_4b50 else { throw .damaged(part: "directory") }
            let nameLength = number(place + 28, 2)
            guard place + 46 + nameLength <= end else { throw .damaged(part: "directory") }
            guard number(place + 8, 2) & 1 == 0 else { throw .encrypted }
            let name = String(decoding: bytes[place + 46..<place + 46 + nameLength], as: UTF8.self)
            let entry = Entry(
                method: number(place + 10, 2),
                check: UInt32(number(place + 16, 4)),
                packed: number(place + 20, 4),
                unpacked: number(place + 24, 4),
                offset: number(place + 42, 4)
            )
            guard entries.updateValue(entry, forKey: name) == nil else { throw .damaged(part: name) }
            place += 46 + nameLength + number(place + 30, 2) + number(place + 32, 2)
        }
    }

    package var names: [String] { entries.keys.sorted() }

    /// Returns the unpacked part, or `nil` when there is none of the name.
    package mutating func part(_ name: String) throws(SpreadsheetFault) -> [UInt8]? {
        guard let entry = entries[name] else { return nil }
        guard entry.unpacked <= left else { throw .tooLarge(limit: limits.bytes) }
        guard entry.offset + 30 <= bytes.count, number(entry.offset, 4) == 0x0403_4b50 else {
            throw .damaged(part: name)
        }
        let begin = entry.offset + 30 + number(entry.offset + 26, 2) + number(entry.offset + 28, 2)
        guard begin + entry.packed <= bytes.count else { throw .damaged(part: name) }
        let packed = bytes[begin..<begin + entry.packed]
        let content: [UInt8]
        switch entry.method {
        case 0: content = Array(packed)
        case 8:
            guard let unpacked = Inflation.unpacked(packed, limit: entry.unpacked) else { throw .damaged(part: name) }
            content = unpacked
        default: throw .unsupported(part: name)
        }
        guard content.count == entry.unpacked, CRC32.of(content) == entry.check else {
            throw .damaged(part: name)
        }
        left -= content.count
        return content
    }

    private func number(_ place: Int, _ count: Int) -> Int { PartArchive.number(bytes, place, count) }

    private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << ($1 * 8) }
    }
}
