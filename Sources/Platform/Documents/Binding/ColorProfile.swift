/// What the colors of a bound file mean: sRGB, as a profile of the International Color Consortium (version 2.1).
///
/// Matrix and curve are those of IEC 61966-2-1, adapted to the white D50; the curve is the usual exponent 2.2.
enum ColorProfile {
    static let name = "sRGB IEC61966-2.1"

    static let bytes: [UInt8] = {
        let curve = Array("curv".utf8) + number(0) + number(1) + [0x02, 0x33, 0, 0]
        let tags: [(String, [UInt8])] = [
            ("desc", description),
            ("cprt", Array("text".utf8) + number(0) + Array("No copyright, use freely\0".utf8)),
            ("wtpt", triple(0.9642, 1, 0.8249)),
            ("rXYZ", triple(0.43607, 0.22249, 0.01392)),
            ("gXYZ", triple(0.38515, 0.71687, 0.09708)),
            ("bXYZ", triple(0.14307, 0.06061, 0.71410)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ]
        var table = number(UInt32(tags.count))
        var body: [UInt8] = []
        let start = 128 + 4 + 12 * tags.count
        for (name, tag) in tags {
            table += Array(name.utf8) + number(UInt32(start + body.count)) + number(UInt32(tag.count))
            body += tag + Array(repeating: 0, count: (4 - tag.count % 4) % 4)
        }
        return head(size: start + body.count) + table + body
    }()

    private static func head(size: Int) -> [UInt8] {
        var head = number(UInt32(size)) + number(0) + [2, 0x10, 0, 0]
        head += Array("mntrRGB XYZ ".utf8)
        // The day the standard appeared, 18 October 1999: the profile tells no time of making.
        for part: UInt16 in [1999, 10, 18, 0, 0, 0] { head += [UInt8(part >> 8), UInt8(part & 0xFF)] }
        head += Array("acsp".utf8) + Array(repeating: 0, count: 28)
        head += fixed(0.9642) + fixed(1) + fixed(0.8249)
        return head + Array(repeating: 0, count: 128 - head.count)
    }

    private static var description: [UInt8] {
        let text = Array((name + "\0").utf8)
        // No names in other scripts follow: eleven bytes for each of the two forms, and 67 of room.
        return Array("desc".utf8) + number(0) + number(UInt32(text.count)) + text + Array(repeating: 0, count: 78)
    }

    private static func triple(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
        Array("XYZ ".utf8) + number(0) + fixed(x) + fixed(y) + fixed(z)
    }

    /// A fraction of 16 bits before and after the point.
    private static func fixed(_ value: Double) -> [UInt8] { number(UInt32((value * 65_536).rounded())) }

    private static func number(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
    }
}
