/// A whole count of small steps, written as a decimal number without needless zeros.
package struct DecimalText: Hashable, Sendable {
    package static let mostDecimals = 6

    package let text: String

    package init(_ steps: Int64, decimals: Int) {
        let digits = String(steps.magnitude)
        let places = max(0, decimals)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        var fraction = Substring(padded.suffix(places))
        while fraction.last == "0" { fraction.removeLast() }
        let whole = padded.dropLast(places)
        text = (steps < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// Returns the count of steps that `text` writes, or `nil` when it is no number from 0 with so few decimals.
    package static func steps(_ text: String, decimals: Int) -> Int64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts[0].isEmpty, text.utf8.count <= 16 else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard parts.count == 1 || !fraction.isEmpty, fraction.utf8.count <= decimals,
            (parts[0] + fraction).utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        let zeros = String(repeating: "0", count: decimals - fraction.utf8.count)
        return Int64(String(parts[0] + fraction) + zeros)
    }
}
