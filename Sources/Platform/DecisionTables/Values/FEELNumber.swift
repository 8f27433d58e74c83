/// A decimal number of at most 34 digits, as FEEL counts: exact, and rounded half to even where 34 digits do not do.
///
/// - Source: DMN 1.3 clause 10.3.2.3.1 (number is IEEE 754-2008 decimal128).
package struct FEELNumber: Hashable, Sendable {
    package static let mostDigits = 34
    /// Beyond these a number stands for a mistake, and could not be written out.
    static let exponents = -200...200

    /// Without zeros at its end, so that equal numbers are equal values.
    let coefficient: Int128
    /// How many places the point stands to the right of the coefficient.
    let exponent: Int

    package init(_ number: Int64) {
        // 19 digits and exponent 0 always fit.
        self = FEELNumber(Int128(number), 0) ?? .zero
    }

    package static let zero = FEELNumber(unchecked: 0, 0)

    /// Reads `12`, `-0.5` or `.5`; `nil` for anything else and for more digits than a number has.
    package init?(_ text: some StringProtocol) {
        var value: Int128 = 0
        var places = 0
        var hasPoint = false
        var hasDigit = false
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        for byte in text.utf8.dropFirst(isNegative ? 1 : 0) {
            if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
                hasDigit = false
                continue
            }
            guard (48...57).contains(byte), value < Self.powers[Self.mostDigits] else { return nil }
            value = value * 10 + Int128(byte - 48)
            places += hasPoint ? 1 : 0
            hasDigit = true
        }
        guard hasDigit, value < Self.powers[Self.mostDigits] else { return nil }
        self.init(isNegative ? -value : value, -places)
    }

    /// Rounds to 34 digits and drops zeros at the end; `nil` where the exponent is out of bounds.
    init?(_ coefficient: Int128, _ exponent: Int) {
        var value = coefficient
        var power = exponent
        let excess = Self.digits(value) - Self.mostDigits
        if excess > 0 {
            value = Self.rounded(value, dropping: excess)
            power += excess
        }
        while value != 0, value % 10 == 0 {
            value /= 10
            power += 1
        }
        if value == 0 { power = 0 }
        guard Self.exponents.contains(power) else { return nil }
        self.init(unchecked: value, power)
    }

    private init(unchecked coefficient: Int128, _ exponent: Int) {
        self.coefficient = coefficient
        self.exponent = exponent
    }

    package var isWhole: Bool { exponent >= 0 }

    /// The number as a machine integer; `nil` where it is none or too great.
    package var whole: Int64? {
        guard exponent >= 0, exponent < 19 else { return nil }
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: Self.powers[exponent])
        return overflow ? nil : Int64(exactly: product)
    }

    static let powers: [Int128] = (0...38).map { count in (0..<count).reduce(Int128(1)) { power, _ in power * 10 } }

    /// How many digits a number has, from 1.
    static func digits(_ value: Int128) -> Int {
        let magnitude = value.magnitude
        var count = 1
        while count < 39, count < powers.count, magnitude >= UInt128(powers[count]) { count += 1 }
        return count
    }

    private static func rounded(_ value: Int128, dropping places: Int) -> Int128 {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: powers[places])
        let twice = rest.magnitude * 2
        let unit = powers[places].magnitude
        let isUp = twice > unit || twice == unit && quotient % 2 != 0
        return isUp ? quotient + value.signum() : quotient
    }
}

extension FEELNumber: Comparable {
    package static func < (left: FEELNumber, right: FEELNumber) -> Bool {
        if left.coefficient.signum() != right.coefficient.signum() {
            return left.coefficient.signum() < right.coefficient.signum()
        }
        let isNegative = left.coefficient < 0
        let leftSize = digits(left.coefficient) + left.exponent
        let rightSize = digits(right.coefficient) + right.exponent
        if leftSize != rightSize { return (leftSize < rightSize) != isNegative }
        // Of equal size, so the exponents differ by less than 34 and the aligned coefficients have at most 34 digits.
        let least = min(left.exponent, right.exponent)
        return left.coefficient * powers[left.exponent - least] < right.coefficient * powers[right.exponent - least]
    }
}

extension FEELNumber: CustomStringConvertible {
    /// Written out without exponent: `12000`, `-0.5`.
    package var description: String {
        let digits = String(coefficient.magnitude)
        let sign = coefficient < 0 ? "-" : ""
        guard exponent < 0 else { return sign + digits + String(repeating: "0", count: exponent) }
        let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
        return "\(sign)\(padded.dropLast(-exponent)).\(padded.suffix(-exponent))"
    }
}
