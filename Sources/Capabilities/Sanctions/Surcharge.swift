package import Kernel

/// What a fine that is not paid in time costs besides: three percent a day, never more than the fine.
///
/// It does not run while a reconsideration or a suit is pending.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 72.1(1), 73.3; Administrative Coercion Law (行政强制法) art. 45.2.
package enum Surcharge {
    /// Returns the surcharge on a fine that is paid late.
    ///
    /// - Parameters:
    ///   - fine: what the decision imposes.
    ///   - due: the last day to pay it.
    ///   - paid: the day it was paid.
    ///   - excluded: whole days of reconsideration or suit between the two, which do not count.
    /// - Returns: zero for a fine paid in time.
    package static func amount(on fine: Money, due: Day, paid: Day, excluded: Int = 0) -> Money {
        let days = max(0, paid - due - excluded)
        // Thirty-four days reach the cap whatever the fine; more would only overflow.
        let perDay = fine.fen * 3 / 100
        return min(Money(fen: perDay * Int64(min(days, 34))), fine)
    }
}
