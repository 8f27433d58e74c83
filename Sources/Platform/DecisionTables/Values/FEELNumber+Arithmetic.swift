/// The four operations and the power; `nil` where there is no result or none of bearable size.
extension FEELNumber {
    static func sum(_ left: FEELNumber, _ right: FEELNumber) -> FEELNumber? {
        if left.coefficient == 0 { return right }
        if right.coefficient == 0 { return left }
        let (upper, lower) = left.exponent >= right.exponent ? (left, right) : (right, left)
        let distance = upper.exponent - lower.exponent
        // Three digits more than a number has, so that what is cut off can only decide the rounding.
        let raised = min(distance, mostDigits + 3 - digits(upper.coefficient))
        let cut = distance - raised
        return FEELNumber(upper.coefficient * powers[raised] + sticky(lower.coefficient, cut), lower.exponent + cut)
    }

    /// Cuts places off and leaves a trace of them in the last digit, so that rounding afterwards is right.
    private static func sticky(_ value: Int128, _ places: Int) -> Int128 {
        guard places > 0 else { return value }
        guard places < powers.count else { return value.signum() }
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: powers[places])
        return rest != 0 && quotient % 5 == 0 ? quotient + value.signum() : quotient
    }

    static func difference(_ left: FEELNumber, _ right: FEELNumber) -> FEELNumber? {
        FEELNumber(-right.coefficient, right.exponent).flatMap { sum(left, $0) }
    }

    static func product(_ left: FEELNumber, _ right: FEELNumber) -> FEELNumber? {
        let exponent = left.exponent + right.exponent
        let excess = digits(left.coefficient) + digits(right.coefficient) - (mostDigits + 3)
        guard excess > 0 else { return FEELNumber(left.coefficient * right.coefficient, exponent) }
        let full = left.coefficient.magnitude.multipliedFullWidth(by: right.coefficient.magnitude)
        // Both have at most 34 digits: what is left after the division has at most 37 and fits.
        let (quotient, rest) = UInt128(powers[excess]).dividingFullWidth(full)
        let traced = Int128(rest != 0 && quotient % 5 == 0 ? quotient + 1 : quotient)
        let isNegative = (left.coefficient < 0) != (right.coefficient < 0)
        return FEELNumber(isNegative ? -traced : traced, exponent + excess)
    }

    /// Divided as on paper until 36 digits stand there or nothing is left.
    static func quotient(_ left: FEELNumber, _ right: FEELNumber) -> FEELNumber? {
        guard right.coefficient != 0 else { return nil }
        let divisor = right.coefficient.magnitude
        var (quotient, rest) = left.coefficient.magnitude.quotientAndRemainder(dividingBy: divisor)
        var exponent = left.exponent - right.exponent
        while rest != 0, quotient < UInt128(powers[mostDigits + 2]) {
            let next = (rest * 10).quotientAndRemainder(dividingBy: divisor)
            quotient = quotient * 10 + next.quotient
            rest = next.remainder
            exponent -= 1
        }
        let traced = Int128(rest != 0 && quotient % 5 == 0 ? quotient + 1 : quotient)
        return FEELNumber((left.coefficient < 0) != (right.coefficient < 0) ? -traced : traced, exponent)
    }

    /// A power with a whole exponent of at most 999.
    static func power(_ base: FEELNumber, _ exponent: FEELNumber) -> FEELNumber? {
        guard let count = exponent.whole, (-999...999).contains(count) else { return nil }
        var result: FEELNumber? = FEELNumber(1)
        for _ in 0..<count.magnitude { result = result.flatMap { product($0, base) } }
        return count < 0 ? result.flatMap { quotient(FEELNumber(1), $0) } : result
    }

    /// A number between two different ones, a whole one where there is one.
    static func between(_ lower: FEELNumber, _ upper: FEELNumber) -> FEELNumber? {
        if let whole = lower.floor, let next = sum(whole, FEELNumber(1)), next < upper { return next }
        return sum(lower, upper).flatMap { quotient($0, FEELNumber(2)) }
    }

    private var floor: FEELNumber? {
        guard exponent < 0 else { return self }
        guard -exponent < FEELNumber.powers.count else { return FEELNumber(coefficient < 0 ? -1 : 0) }
        let (quotient, rest) = coefficient.quotientAndRemainder(dividingBy: FEELNumber.powers[-exponent])
        return FEELNumber(rest < 0 ? quotient - 1 : quotient, 0)
    }
}
