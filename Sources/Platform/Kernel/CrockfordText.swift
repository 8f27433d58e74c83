/// Crockford's base 32: digits and capitals without I, L, O, U, so that a code can be read out on the telephone.
package enum CrockfordText {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// Returns `value` in base 32, padded with zeros to at least `width` characters.
    package static func encode(_ value: UInt64, width: Int) -> String {
        let significant = (UInt64.bitWidth - value.leadingZeroBitCount + 4) / 5
        let count = max(significant, width)
        return String(unsafeUninitializedCapacity: count) { buffer in
            var rest = value
            for index in (0..<count).reversed() {
                buffer[index] = alphabet[Int(rest & 31)]
                rest >>= 5
            }
            return count
        }
    }

    /// Returns a character for each byte, of its lowest five bits.
    package static func characters(of bytes: [UInt8]) -> String {
        String(decoding: bytes.map { alphabet[Int($0 & 31)] }, as: UTF8.self)
    }
}
