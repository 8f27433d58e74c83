package import Kernel

/// A time limit of a step and where it is written.
///
/// Zero days means on the spot.
package struct StepLimit: Hashable, Sendable, Codable {
    package let period: Period
    package let source: LegalSource

    package init(_ period: Period, source: LegalSource) {
        self.period = period
        self.source = source
    }

    package var chinese: String { period.count == 0 ? "当场" : period.chinese }
}
