/// Crockford's base 32: digits and capitals without I, L, O, U, so that a code can be read out on the telephone.
package enum CrockfordText {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// Returns `value` in base 32, padded with zeros to at least `width` characters.
    package static func encode(_ value: UInt64, width: Int) -> String {
        var rest = value
        var digits: [UInt8] = []
        while rest > 0 {
            digits.append(alphabet[Int(rest & 31)])
            rest >>= 5
        }
        while digits.count < width { digits.append(alphabet[0]) }
        return String(decoding: digits.reversed(), as: UTF8.self)
    }
}
