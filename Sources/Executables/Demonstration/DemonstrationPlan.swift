package import Kernel

/// What a demonstration is made from; the same plan gives the same history.
package struct DemonstrationPlan: Hashable, Sendable {
    package let seed: UInt64
    package let cases: Int
    /// The last day that has happened.
    package let lastDay: Day

    /// How many days back the first case may begin.
    package static let length = 90

    package init(seed: UInt64, cases: Int, lastDay: Day) {
        self.seed = seed
        self.cases = cases
        self.lastDay = lastDay
    }

    package var firstDay: Day { lastDay - (DemonstrationPlan.length - 1) }

    /// The division is founded some weeks before.
    package var foundedOn: Day { firstDay - 14 }
}
