package import Kernel

/// How long after the act it can still be penalized if nobody found out.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 36.
package struct TimeBar: Hashable, Sendable {
    /// The day of the act or, when it went on, the day it ended.
    package let endedOn: Day
    /// Whether it touches life, health or finances and did harm, which makes it five years.
    package let isGrave: Bool

    package init(endedOn: Day, isGrave: Bool) {
        self.endedOn = endedOn
        self.isGrave = isGrave
    }

    package var years: Int { isGrave ? 5 : 2 }

    /// The last day on which finding it out still allows a penalty.
    package var lastDay: Day { endedOn.adding(months: 12 * years) }

    package func allows(foundOn day: Day) -> Bool { day <= lastDay }
}
