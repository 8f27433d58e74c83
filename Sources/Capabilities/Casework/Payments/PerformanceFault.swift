package import Kernel

/// Why a decision does not count as performed in the way that was given.
package enum PerformanceFault: Hashable, Sendable {
    /// Money is imposed; without it nothing is performed.
    case unpaid(Money)
    /// The penalty imposes no money.
    case nothingToPay
    /// A warning or criticism has its effect by being served.
    case nothingToEnforce
    /// The case does not wait for a payment.
    case notPaying
    /// Nothing is owed that could be put off.
    case nothingToDefer
    /// The party cannot have applied on that day.
    case applicationDay(Day)
    /// The days of instalments lie ahead, each after the one before, and are not too many.
    case instalmentDays(most: Int)
    /// The instalments are what is still owed.
    case instalmentSum(expected: Money, found: Money)
    /// Officers take no money themselves, but on the grounds of the law (G-SEP).
    case notOnSpot(OnSpotCollection.Ground, fine: Money)
    /// Officers cannot have handed the money in on that day.
    case handedIn(Day)
    /// What pays the surcharge is part of what came in.
    case surchargeExceeds(Money, found: Money)
    /// One is pending already.
    case remedyOpen
    /// None is pending.
    case noRemedy
    /// Neither begins before the decision nor ends before it began, and neither in the future.
    case remedyDay(Day)
}
