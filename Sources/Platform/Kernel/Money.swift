/// An amount of renminbi in fen (分), never a fraction.
package struct Money: Hashable, Comparable, Sendable {
    package let fen: Int64

    package init(fen: Int64) {
        self.fen = fen
    }

    package static let zero = Money(fen: 0)

    package static func yuan(_ yuan: Int64) -> Money { Money(fen: yuan * 100) }

    /// Reads yuan with at most two decimals, with or without groups of three: `12,000.5`.
    package init?(yuan text: some StringProtocol) {
        let plain = String(text.filter { $0 != "," })
        let parts = plain.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let cents = parts.count > 1 ? parts[1] : "0"
        let isNumber = { (digits: Substring) in !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isNumber } }
        guard let whole = parts.first, isNumber(whole), whole.count <= 14, isNumber(cents), cents.count <= 2,
            let yuan = Int64(whole), let fraction = Int64(cents)
        else { return nil }
        fen = yuan * 100 + (cents.count == 1 ? fraction * 10 : fraction)
    }

    package static func + (left: Money, right: Money) -> Money { Money(fen: left.fen + right.fen) }
    package static func - (left: Money, right: Money) -> Money { Money(fen: left.fen - right.fen) }
    package static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
}

extension Money: CustomStringConvertible {
    /// Yuan with two decimals: `1200.50`.
    package var description: String {
        let magnitude = fen.magnitude
        let cents = magnitude % 100
        return "\(fen < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}

extension Money {
    /// Yuan with two decimals and groups of three: `12,000.50`.
    package var grouped: String {
        let parts = Money(fen: Int64(clamping: fen.magnitude)).description.split(separator: ".")
        var digits = fen < 0 ? "-" : ""
        for (index, digit) in parts[0].enumerated() {
            if index > 0, (parts[0].count - index).isMultiple(of: 3) { digits.append(",") }
            digits.append(digit)
        }
        return "\(digits).\(parts[1])"
    }
}

extension Money: Codable {
    package init(from decoder: any Decoder) throws {
        fen = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(fen)
    }
}
