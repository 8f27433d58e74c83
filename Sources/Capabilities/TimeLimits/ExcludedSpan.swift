package import Kernel

/// A stop of the clock from one day to another, on a lawful ground.
///
/// The day it stops still counts as used; the day it ends does not; counting resumes on the day after the end.
package struct ExcludedSpan: Hashable, Sendable, Codable {
    package let ground: ExcludedTime
    /// The day the clock was stopped, the last one that counts.
    package let stopped: Day
    /// The last day that is excluded; `nil` while the clock still stands.
    package let ended: Day?

    package init(_ ground: ExcludedTime, stopped: Day, ended: Day?) {
        self.ground = ground
        self.stopped = stopped
        self.ended = ended
    }

    package func excludes(_ day: Day) -> Bool {
        day > stopped && ended.map { day <= $0 } ?? true
    }
}
